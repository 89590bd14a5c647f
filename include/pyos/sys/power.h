/* What a process may do to others: the capabilities and ids of who asks. Its limits are in sys/rlimit.h. */
#ifndef PYOS_SYS_POWER_H
#define PYOS_SYS_POWER_H

#include <stdbool.h>

/* Whether the caller has CAP_SYS_NICE in effect. */
bool pyos_sys_may_schedule(void);

/* Whether the caller may send a process signals: it is then of the same user, or the caller is root. */
bool pyos_sys_may_signal(int pid);

#endif
