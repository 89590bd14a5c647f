#include "pyos/sys/descriptor.h"

#include "pyos/sys/rlimit.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { CLOSE_RANGE = 436 }; /* on every machine, and newer than some libcs */

static int check(long result)
{
    return result >= 0 ? (int)result : -errno; /* these calls return an int */
}

int pyos_sys_dup(int fd)
{
    return check(fcntl(fd, F_DUPFD_CLOEXEC, 0));
}

int pyos_sys_dup2(int fd, int new_fd, bool inheritable)
{
    return check(inheritable ? dup2(fd, new_fd) : dup3(fd, new_fd, O_CLOEXEC));
}

int pyos_sys_close_range(unsigned first, unsigned last, unsigned flags)
{
    return check(syscall(CLOSE_RANGE, first, last, flags));
}

void pyos_sys_close_all(int first, int last)
{
    uint64_t limit = pyos_sys_descriptor_limit();

    if (last < first || pyos_sys_close_range((unsigned)first, (unsigned)last, 0) == 0) /* neither is negative */
        return;
    for (int fd = first; fd <= last && (uint64_t)fd < limit; fd++) /* not negative */
        close(fd);
}

int pyos_sys_pipe2(int ends[2], int flags)
{
    return check(pipe2(ends, flags));
}

int pyos_sys_fcntl(int fd, int command, int argument)
{
    return check(fcntl(fd, command, argument));
}

/* Sets a flag, or clears it; get and set are the commands that have it. */
static int change(int fd, int get, int set, int flag, bool on)
{
    int flags = fcntl(fd, get);
    int wanted = on ? flags | flag : flags & ~flag;

    return check(flags < 0 || wanted == flags ? flags : fcntl(fd, set, wanted));
}

int pyos_sys_is_inheritable(int fd)
{
    int flags = check(fcntl(fd, F_GETFD));

    return flags < 0 ? flags : !(flags & FD_CLOEXEC);
}

int pyos_sys_set_inheritable(int fd, bool inheritable)
{
    return change(fd, F_GETFD, F_SETFD, FD_CLOEXEC, !inheritable);
}

int pyos_sys_is_blocking(int fd)
{
    int flags = check(fcntl(fd, F_GETFL));

    return flags < 0 ? flags : !(flags & O_NONBLOCK);
}

int pyos_sys_set_blocking(int fd, bool blocking)
{
    return change(fd, F_GETFL, F_SETFL, O_NONBLOCK, !blocking);
}
