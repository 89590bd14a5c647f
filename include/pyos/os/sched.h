/*
 * The functions of os that speak to the scheduler (manual: Interface to the scheduler). pid is a
 * process or thread, 0 the caller. Errors are OSError without a file name, as in CPython.
 */
#ifndef PYOS_OS_SCHED_H
#define PYOS_OS_SCHED_H

#include "pyos/base/error.h"
#include "pyos/py/function.h"
#include "pyos/py/type.h"

#include <stdint.h>

int pyos_os_sched_get_priority_min(int policy, int *priority, struct pyos_error *error);
int pyos_os_sched_get_priority_max(int policy, int *priority, struct pyos_error *error);
int pyos_os_sched_yield(struct pyos_error *error);

/* policy: one of pyos_policies, perhaps with SCHED_RESET_ON_FORK */
int pyos_os_sched_getscheduler(int pid, int *policy, struct pyos_error *error);

/* priority: as os.sched_param takes it; OverflowError where it is no C int */
int pyos_os_sched_setscheduler(int pid, int policy, int64_t priority, struct pyos_error *error);
int pyos_os_sched_getparam(int pid, int64_t *priority, struct pyos_error *error);
int pyos_os_sched_setparam(int pid, int64_t priority, struct pyos_error *error);

/* The time slice of SCHED_RR, in seconds. */
int pyos_os_sched_rr_get_interval(int pid, double *interval, struct pyos_error *error);

int pyos_os_sched_getaffinity(int pid, struct pyos_cpus *cpus, struct pyos_error *error);
int pyos_os_sched_setaffinity(int pid, const struct pyos_cpus *cpus, struct pyos_error *error);

extern const struct pyos_section pyos_os_sched_section;

#endif
