/* How many CPUs there are, load, times (manual: Miscellaneous System Information, Process Management). */
#ifndef PYOS_OS_SYSTEM_H
#define PYOS_OS_SYSTEM_H

#include "pyos/base/error.h"
#include "pyos/py/function.h"
#include "pyos/py/type.h"

/* The CPUs that are online, and those that there can ever be; none where the system does not tell. */
void pyos_os_online(struct pyos_cpus *cpus);
void pyos_os_possible(struct pyos_cpus *cpus);

/*
 * os.cpu_count(): the CPUs that are online, or None. Both counts are overridden by PYTHON_CPU_COUNT,
 * as in CPython 3.13; ValueError where it is no count.
 */
int pyos_os_cpu_count(struct pyos_maybe *count, struct pyos_error *error);

/* os.process_cpu_count(): those of them that the caller may run on. */
int pyos_os_process_cpu_count(struct pyos_maybe *count, struct pyos_error *error);

/* os.times() */
void pyos_os_times(struct pyos_times_result *used);

/* posix.times_result, of struct pyos_times_result. */
extern const struct pyos_record pyos_times_record;

extern const struct pyos_section pyos_os_system_section;
extern const struct pyos_section pyos_os_times_section;

#endif
