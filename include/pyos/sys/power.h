/* What limits a process: its resource limits, and the capabilities and ids of who asks. */
#ifndef PYOS_SYS_POWER_H
#define PYOS_SYS_POWER_H

#include <stdbool.h>
#include <stdint.h>

enum pyos_limit { PYOS_LIMIT_NICE, PYOS_LIMIT_RTPRIO };

/* prlimit(2): the soft limit of a process (0: the caller); UINT64_MAX is none. 0 or -errno. */
int pyos_sys_limit(int pid, enum pyos_limit which, uint64_t *soft);

/* Whether the caller has CAP_SYS_NICE in effect. */
bool pyos_sys_may_schedule(void);

/* Whether the caller may send a process signals: it is then of the same user, or the caller is root. */
bool pyos_sys_may_signal(int pid);

#endif
