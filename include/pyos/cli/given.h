/* Which arguments a call gives, and whether they fit: in CPython's words. */
#ifndef PYOS_CLI_GIVEN_H
#define PYOS_CLI_GIVEN_H

#include "pyos/base/error.h"
#include "pyos/py/function.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pyos_given {
    size_t positions; /* how many by position: they fill the rows from the first on, but for those that are placed */
    uint64_t placed;  /* bit i: row i has its place by another way, such as --fd */
    uint64_t named;   /* bit i: row i by its name */
    size_t unknowns;  /* how many names no row has */
    const char *unknown; /* the first of them, or NULL */
    bool words;       /* on a command line: a list takes any number of positions, and is never missing */
};

/* Whether bit i, of row i, is set. */
static inline bool pyos_given_has(uint64_t rows, size_t i)
{
    return rows >> i & 1;
}

/* Too few, too many, one given twice and an unknown name are usage errors. */
int pyos_given_check(const struct pyos_function *function, const struct pyos_given *given, struct pyos_error *error);

#endif
