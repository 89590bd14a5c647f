#include "pyos/sys/pipe.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

enum { NS_PER_S = 1000000000 };

int pyos_sys_above_standard(int fd)
{
    int above;

    if (fd < 0 || fd > STDERR_FILENO)
        return fd;
    above = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (above < 0)
        above = -errno;
    close(fd);
    return above;
}

int pyos_sys_pipe(int ends[2])
{
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -errno;
    ends[0] = pyos_sys_above_standard(ends[0]);
    ends[1] = pyos_sys_above_standard(ends[1]);
    if (ends[0] >= 0 && ends[1] >= 0)
        return 0;
    for (int i = 0; i < 2; i++)
        if (ends[i] >= 0)
            close(ends[i]);
    return ends[0] < 0 ? ends[0] : ends[1];
}

long pyos_sys_read(int fd, void *data, size_t size)
{
    ssize_t n;

    do
        n = read(fd, data, size);
    while (n < 0 && errno == EINTR);
    return n >= 0 ? n : -errno;
}

long pyos_sys_write(int fd, const void *data, size_t size)
{
    ssize_t n;

    do
        n = write(fd, data, size);
    while (n < 0 && errno == EINTR);
    return n >= 0 ? n : -errno;
}

int pyos_sys_wait_ready(struct pyos_ready *ready, size_t count, int64_t ns)
{
    struct pollfd polled[PYOS_READY_MAX];
    struct timespec time = {.tv_sec = ns / NS_PER_S, .tv_nsec = ns % NS_PER_S};
    int result;

    for (size_t i = 0; i < count; i++)
        polled[i] = (struct pollfd){.fd = ready[i].fd, .events = ready[i].write ? POLLOUT : POLLIN};
    result = ppoll(polled, count, ns < 0 ? NULL : &time, NULL);
    if (result < 0 && errno != EINTR)
        return -errno;
    for (size_t i = 0; i < count; i++)
        ready[i].ready = result > 0 && polled[i].revents != 0;
    return result > 0 ? result : 0;
}
