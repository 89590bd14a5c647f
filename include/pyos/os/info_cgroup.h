/* For `pyos info`: the control groups of the process. */
#ifndef PYOS_OS_INFO_CGROUP_H
#define PYOS_OS_INFO_CGROUP_H

#include "pyos/os/info_fact.h"

/* Its groups, one in each hierarchy: the lines of /proc/self/cgroup. */
int pyos_info_cgroup(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

/* The lowest limit of memory that they have; None where there is none. */
int pyos_info_memory_limit(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

#endif
