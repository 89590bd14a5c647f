#include "pyos/sys/transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/sendfile.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool interrupted(int64_t result)
{
    return result < 0 && errno == EINTR;
}

static int64_t check(int64_t result)
{
    return result >= 0 ? result : -errno;
}

int64_t pyos_sys_lseek(int fd, int64_t position, int whence)
{
    return check(lseek(fd, position, whence));
}

int64_t pyos_sys_pread(int fd, void *data, size_t size, int64_t offset)
{
    int64_t result;

    do
        result = pread(fd, data, size, offset);
    while (interrupted(result));
    return check(result);
}

int64_t pyos_sys_pwrite(int fd, const void *data, size_t size, int64_t offset)
{
    int64_t result;

    do
        result = pwrite(fd, data, size, offset);
    while (interrupted(result));
    return check(result);
}

int64_t pyos_sys_readv(int fd, const struct iovec *vector, int count)
{
    int64_t result;

    do
        result = readv(fd, vector, count);
    while (interrupted(result));
    return check(result);
}

int64_t pyos_sys_writev(int fd, const struct iovec *vector, int count)
{
    int64_t result;

    do
        result = writev(fd, vector, count);
    while (interrupted(result));
    return check(result);
}

/*
 * The kernel takes the offset as two longs, the lower half first. Where a long holds all of it the second one is not
 * looked at.
 */
static int64_t call_vector(long number, int fd, const struct iovec *vector, int count, int64_t offset, int flags)
{
    int64_t result;

    do
        result = syscall(number, fd, vector, count, (long)offset, (long)(offset >> 32), flags); /* its two halves */
    while (interrupted(result));
    return check(result);
}

int64_t pyos_sys_preadv(int fd, const struct iovec *vector, int count, int64_t offset, int flags)
{
    return call_vector(SYS_preadv2, fd, vector, count, offset, flags);
}

int64_t pyos_sys_pwritev(int fd, const struct iovec *vector, int count, int64_t offset, int flags)
{
    return call_vector(SYS_pwritev2, fd, vector, count, offset, flags);
}

int64_t pyos_sys_sendfile(int to, int from, int64_t *offset, size_t count)
{
    int64_t result;

    do
        result = sendfile(to, from, offset, count);
    while (interrupted(result));
    return check(result);
}

int64_t pyos_sys_splice(int from, int64_t *from_offset, int to, int64_t *to_offset, size_t count, unsigned flags)
{
    int64_t result;

    do
        result = splice(from, from_offset, to, to_offset, count, flags);
    while (interrupted(result));
    return check(result);
}

int64_t pyos_sys_copy_file_range(int from, int64_t *from_offset, int to, int64_t *to_offset, size_t count)
{
    int64_t result;

    do
        result = copy_file_range(from, from_offset, to, to_offset, count, 0);
    while (interrupted(result));
    return check(result);
}
