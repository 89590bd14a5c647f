#include "pyos/sys/reserve.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

int pyos_sys_reserve(int fd, int least)
{
    int copy = fcntl(fd, F_DUPFD_CLOEXEC, least);
    struct rlimit limit;

    if (copy >= 0 || (errno != EINVAL && errno != EMFILE) || getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return copy >= 0 ? copy : -errno;
    for (rlim_t number = limit.rlim_cur; copy < 0 && number > 3; number--)
        copy = fcntl(fd, F_DUPFD_CLOEXEC, (int)number - 1); /* at most least */
    return copy >= 0 ? copy : -errno;
}

int pyos_sys_null_standard(int fd)
{
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    int result = 0;

    if (null < 0)
        return -errno;
    if (null == fd)
        return fcntl(fd, F_SETFD, 0) == 0 ? 0 : -errno;
    if (dup2(null, fd) < 0)
        result = -errno;
    close(null);
    return result;
}

int pyos_sys_copy_standard(int fd, int from)
{
    return dup2(from, fd) < 0 ? -errno : 0;
}

static void survive(int signal)
{
    (void)signal;
}

int pyos_sys_survive_sigpipe(void)
{
    struct sigaction action;

    if (sigaction(SIGPIPE, NULL, &action) != 0)
        return -errno;
    if (action.sa_handler == SIG_IGN)
        return 0;
    action = (struct sigaction){.sa_handler = survive, .sa_flags = SA_RESTART};
    return sigaction(SIGPIPE, &action, NULL) == 0 ? 0 : -errno;
}
