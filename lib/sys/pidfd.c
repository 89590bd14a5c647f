#include "pyos/sys/pidfd.h"

#include <errno.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

/* On every machine the same, and newer than some libcs. */
enum { PIDFD_SEND_SIGNAL = 424, PIDFD_GETFD = 438 };

static int check(long result)
{
    return result >= 0 ? (int)result : -errno; /* a descriptor, or 0 */
}

int pyos_sys_pidfd_getfd(int pidfd, int target, unsigned flags)
{
    return check(syscall(PIDFD_GETFD, pidfd, target, flags));
}

int pyos_sys_pidfd_send_signal(int pidfd, int signal, unsigned flags)
{
    return check(syscall(PIDFD_SEND_SIGNAL, pidfd, signal, NULL, flags));
}
