/* For `pyos info`: the environment of the process. */
#ifndef PYOS_OS_INFO_ENVIRONMENT_H
#define PYOS_OS_INFO_ENVIRONMENT_H

#include "pyos/os/info_fact.h"

/* The optional field of a made environment, for made->groups: all variables with their values. */
enum { PYOS_INFO_VARIABLES = 1 };

/* The names of all variables, and the values of those that hold no secrets. */
int pyos_info_environment(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

#endif
