/* What a call leaves to the program that takes its place (--exec). */
#ifndef PYOS_PY_HANDOVER_H
#define PYOS_PY_HANDOVER_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"

#include <stdbool.h>
#include <stddef.h>

enum { PYOS_HANDOVER_DESCRIPTORS = 4 }; /* no function opens more */

struct pyos_handover {
    const char *const *argv; /* the program and its arguments, NULL behind the last */
    const char *result;      /* JSON for the variable PYOS_RESULT; NULL: there is none */
    int descriptors[PYOS_HANDOVER_DESCRIPTORS]; /* it inherits these */
    size_t count;
};

/*
 * Becomes the program. Returns only on failure, -1: *found says that there is such a file. What a
 * house hands to cli, which knows no system calls.
 */
typedef int pyos_become_function(const struct pyos_handover *handover, struct pyos_arena *arena, bool *found,
                                 struct pyos_error *error);

#endif
