/* How many arguments a function takes that CPython has written in Python, and what it says to another number. */
#ifndef PYOS_PY_ARITY_H
#define PYOS_PY_ARITY_H

#include "pyos/base/error.h"

#include <stddef.h>

struct pyos_arity {
    const char *const *names; /* of the parameters that must be given, NULL behind the last */
    size_t most;              /* not below the number of names; SIZE_MAX for *args */
};

/* given: how many stand on the command line. Raises TypeError, as a usage error. */
int pyos_arity_check(const struct pyos_arity *arity, const char *function, size_t given, struct pyos_error *error);

#endif
