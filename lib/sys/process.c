#include "pyos/sys/process.h"

#include <errno.h>
#include <sys/prctl.h>
#include <unistd.h>

int pyos_sys_getpid(void)
{
    return getpid();
}

int pyos_sys_getpgid(int pid)
{
    int group = getpgid(pid);

    return group >= 0 ? group : -errno;
}

int pyos_sys_set_subreaper(bool on)
{
    int before = 0;

    if (prctl(PR_GET_CHILD_SUBREAPER, &before, 0L, 0L, 0L) != 0 ||
        prctl(PR_SET_CHILD_SUBREAPER, on ? 1L : 0L, 0L, 0L, 0L) != 0)
        return -errno;
    return before;
}
