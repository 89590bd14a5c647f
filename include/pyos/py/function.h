/*
 * Function rows: a function of os, said once. `pyos NAME` is made from its row.
 */
#ifndef PYOS_PY_FUNCTION_H
#define PYOS_PY_FUNCTION_H

#include "pyos/base/error.h"
#include "pyos/py/param.h"
#include "pyos/py/type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a function gives back: the member that the row's result type names. */
union pyos_result {
    bool truth;
    int number;
    int64_t wide;
    struct pyos_str str;
};

struct pyos_function {
    const char *name;
    const char *doc;
    const struct pyos_param *params; /* positional ones first, in Python's order */
    size_t count;
    size_t size;          /* of the struct that the params describe */
    const void *defaults; /* its values when nothing is given; NULL for all zero */
    enum pyos_type result;
    int (*run)(const void *arguments, union pyos_result *result, struct pyos_error *error);
};

/* A section of the manual of os. */
struct pyos_section {
    const char *name;
    const struct pyos_function *functions;
    size_t count;
};

#endif
