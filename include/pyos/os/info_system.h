/* For `pyos info`: the machine and its kernel. */
#ifndef PYOS_OS_INFO_SYSTEM_H
#define PYOS_OS_INFO_SYSTEM_H

#include "pyos/os/info_fact.h"

/* os.uname() */
int pyos_info_uname(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

/* The clocks: now and when the machine was started, in UTC, and the seconds between. */
int pyos_info_time(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

/* os.times() */
int pyos_info_times(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

/* os.getloadavg(), by the minutes. */
int pyos_info_load(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

/* The CPUs, as `pyos sched cpus` has them. */
int pyos_info_cpus(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

/* The memory of the machine in bytes, from /proc/meminfo; available is null before Linux 3.14. */
int pyos_info_memory(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

/* os.sysconf of the names that scripts ask for. */
int pyos_info_sysconf(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

#endif
