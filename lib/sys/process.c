#include "pyos/sys/process.h"

#include <errno.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PIDFD_OPEN = 434 }; /* on every machine; Linux 5.3, and so newer than some libcs */

int pyos_sys_getpid(void)
{
    return getpid();
}

int pyos_sys_uname(struct utsname *names)
{
    return uname(names) == 0 ? 0 : -errno;
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

void pyos_sys_exit(int status)
{
    _exit(status);
}

int pyos_sys_fork_exit(int status)
{
    int pid = fork();

    if (pid == 0)
        _exit(status);
    return pid > 0 ? pid : -errno;
}

int pyos_sys_nice(int increment, int *nice_value)
{
    errno = 0; /* -1 is a nice value too */
    *nice_value = nice(increment);
    return *nice_value == -1 ? -errno : 0;
}

int pyos_sys_pidfd_open(int pid, unsigned flags)
{
    int fd = (int)syscall(PIDFD_OPEN, pid, flags); /* an int */

    return fd >= 0 ? fd : -errno;
}
