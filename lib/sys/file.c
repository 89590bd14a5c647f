#include "pyos/sys/file.h"

#include "pyos/sys/resolve.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int pyos_sys_open(struct pyos_place place, const char *path, int flags)
{
    return pyos_sys_resolve_open(place, path, flags, 0);
}

int pyos_sys_open_as(struct pyos_place place, const char *path, int flags, uint32_t mode)
{
    return pyos_sys_resolve_open(place, path, flags, mode);
}

int pyos_sys_create(struct pyos_place place, const char *path)
{
    return pyos_sys_open_as(place, path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
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
