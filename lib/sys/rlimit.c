#include "pyos/sys/rlimit.h"

#include <sys/resource.h>

uint64_t pyos_sys_descriptor_limit(void)
{
    struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};

    getrlimit(RLIMIT_NOFILE, &limit); /* fails only for a resource that does not exist */
    return limit.rlim_cur;
}
