/*
 * Function rows: a function of os, said once. `pyos NAME` is made from its row.
 */
#ifndef PYOS_PY_FUNCTION_H
#define PYOS_PY_FUNCTION_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/py/param.h"
#include "pyos/py/record.h"
#include "pyos/py/type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a function is handed beside its arguments. */
struct pyos_call_context {
    struct pyos_arena *arena; /* for what a result points to: it lives until the result was printed */
};

/*
 * What a function gives back: the member that the row's result type names, or nothing where that is
 * PYOS_TYPE_NONE.
 */
union pyos_result {
    bool truth;
    int number;
    int64_t wide;
    double real;
    struct pyos_str str;
    struct pyos_bytes bytes;
    struct pyos_strs strs;
    struct pyos_maybe maybe;
    struct pyos_cpus cpus;
};

struct pyos_function {
    const char *name;
    const char *doc;
    const struct pyos_param *params; /* positional ones first, in Python's order */
    size_t count;
    size_t size;          /* of the struct that the params describe */
    const void *defaults; /* its values when nothing is given; NULL for all zero */
    enum pyos_type result;
    const struct pyos_record *record; /* of PYOS_TYPE_RECORD */
    bool in_python;       /* CPython has it in os.py: TypeErrors are worded as those of any function in Python */
    bool secret;          /* the result is wiped from memory once it was printed */
    int (*run)(struct pyos_call_context *context, const void *arguments, union pyos_result *result,
               struct pyos_error *error);
};

/* A section of the manual of os. */
struct pyos_section {
    const char *name;
    const struct pyos_function *functions;
    size_t count;
};

#endif
