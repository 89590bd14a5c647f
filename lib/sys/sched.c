#include "pyos/sys/sched.h"

#include <errno.h>
#include <sched.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

_Static_assert(sizeof(struct pyos_sched_attr) == PYOS_SCHED_ATTR_CLAMPS, "SCHED_ATTR_SIZE_VER1 of the kernel");

static int result_of(long value)
{
    return value < 0 ? -errno : (int)value; /* of these calls, small */
}

int pyos_sys_sched_getattr(int tid, struct pyos_sched_attr *attr)
{
    *attr = (struct pyos_sched_attr){0};
    return result_of(syscall(SYS_sched_getattr, tid, attr, sizeof *attr, 0));
}

int pyos_sys_sched_setattr(int tid, struct pyos_sched_attr *attr)
{
    attr->size = sizeof *attr; /* a kernel that knows less of it takes it as long as the rest is 0 */
    return result_of(syscall(SYS_sched_setattr, tid, attr, 0));
}

int pyos_sys_sched_getscheduler(int tid)
{
    return result_of(syscall(SYS_sched_getscheduler, tid));
}

int pyos_sys_sched_setscheduler(int tid, int policy, int priority)
{
    return result_of(syscall(SYS_sched_setscheduler, tid, policy, &priority)); /* struct sched_param: one int */
}

int pyos_sys_sched_getparam(int tid, int *priority)
{
    return result_of(syscall(SYS_sched_getparam, tid, priority));
}

int pyos_sys_sched_setparam(int tid, int priority)
{
    return result_of(syscall(SYS_sched_setparam, tid, &priority));
}

int pyos_sys_sched_priority_min(int policy)
{
    return result_of(sched_get_priority_min(policy));
}

int pyos_sys_sched_priority_max(int policy)
{
    return result_of(sched_get_priority_max(policy));
}

int pyos_sys_sched_yield(void)
{
    return result_of(sched_yield());
}

int pyos_sys_gettid(void)
{
    return result_of(syscall(SYS_gettid));
}

int pyos_sys_sched_interval(int tid, int64_t *seconds, uint32_t *nanoseconds)
{
    struct timespec interval = {0};
    int result = result_of(sched_rr_get_interval(tid, &interval));

    *seconds = interval.tv_sec;
    *nanoseconds = (uint32_t)interval.tv_nsec; /* < 10^9 */
    return result;
}

int pyos_sys_sched_getaffinity(int tid, unsigned long *mask, size_t size)
{
    memset(mask, 0, size);
    return syscall(SYS_sched_getaffinity, tid, size, mask) < 0 ? -errno : 0;
}

int pyos_sys_sched_setaffinity(int tid, const unsigned long *mask, size_t size)
{
    return result_of(syscall(SYS_sched_setaffinity, tid, size, mask));
}
