#include "pyos/sys/rlimit.h"

#include <errno.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

uint64_t pyos_sys_descriptor_limit(void)
{
    struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};

    getrlimit(RLIMIT_NOFILE, &limit); /* fails only for a resource that does not exist */
    return limit.rlim_cur;
}

int pyos_sys_prlimit(int pid, int resource, const struct pyos_sys_limits *limits, struct pyos_sys_limits *old)
{
    return syscall(SYS_prlimit64, pid, resource, limits, old) == 0 ? 0 : -errno; /* laid out as the kernel's */
}
