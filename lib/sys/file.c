#include "pyos/sys/file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int pyos_sys_open(int dir_fd, const char *path, int flags)
{
    int fd = openat(dir_fd, path, flags | O_CLOEXEC);

    return fd >= 0 ? fd : -errno;
}

int pyos_sys_open_as(int dir_fd, const char *path, int flags, uint32_t mode)
{
    int fd;

    do
        fd = openat(dir_fd, path, flags | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR);
    return fd >= 0 ? fd : -errno;
}

int pyos_sys_create(const char *path)
{
    return pyos_sys_open_as(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
}

int pyos_sys_close(int fd)
{
    return close(fd) == 0 ? 0 : -errno;
}

int pyos_sys_set_cloexec(int fd, bool on)
{
    int flags = fcntl(fd, F_GETFD);

    if (flags >= 0 && on && !(flags & FD_CLOEXEC))
        flags = fcntl(fd, F_SETFD, flags | FD_CLOEXEC);
    return flags >= 0 ? 0 : -errno;
}
