/*
 * os.environ of a process that goes on: what the environment was at the start, and what was assigned since. Python
 * keeps it apart from the environment itself, which putenv changes and children inherit.
 */
#ifndef PYOS_PY_VARIABLES_H
#define PYOS_PY_VARIABLES_H

#include "pyos/base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Zero it before use. */
struct pyos_variables {
    char **items; /* NAME=VALUE, NULL behind the last */
    size_t count;
    size_t room;
};

/* Takes an environment over. Of a name that it has twice the first one counts. 0, or -1: no memory. */
int pyos_variables_copy(struct pyos_variables *variables, char *const *environment);

/* A variable that is there keeps its place. 0, or -1: no memory, and nothing has changed. */
int pyos_variables_set(struct pyos_variables *variables, struct pyos_str name, struct pyos_str value);

/* Whether it was there. */
bool pyos_variables_remove(struct pyos_variables *variables, struct pyos_str name);

void pyos_variables_free(struct pyos_variables *variables);

#endif
