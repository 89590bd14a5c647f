#include "pyos/sys/storage.h"

#include <errno.h>
#include <unistd.h>

static int check(int result)
{
    return result == 0 ? 0 : -errno;
}

int pyos_sys_fsync(int fd)
{
    int result;

    do
        result = check(fsync(fd));
    while (result == -EINTR);
    return result;
}

int pyos_sys_fdatasync(int fd)
{
    int result;

    do
        result = check(fdatasync(fd));
    while (result == -EINTR);
    return result;
}

int pyos_sys_fadvise(int fd, int64_t offset, int64_t length, int advice)
{
    return -posix_fadvise(fd, offset, length, advice); /* an errno is what it returns */
}

int pyos_sys_fallocate(int fd, int64_t offset, int64_t length)
{
    int result;

    do
        result = posix_fallocate(fd, offset, length);
    while (result == EINTR);
    return -result;
}

int pyos_sys_lockf(int fd, int command, int64_t length)
{
    return check(lockf(fd, command, length));
}

int pyos_sys_fcntl_lock(int fd, int command, struct flock *lock)
{
    return check(fcntl(fd, command, lock));
}
