/* For `pyos info`: what the process may use. */
#ifndef PYOS_OS_INFO_LIMITS_H
#define PYOS_OS_INFO_LIMITS_H

#include "pyos/os/info_fact.h"

/* Each RLIMIT_* with its soft and hard limit, in the resource's own unit; -1 is none, as resource.RLIM_INFINITY. */
int pyos_info_limits(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

#endif
