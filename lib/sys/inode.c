#include "pyos/sys/inode.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FCHMODAT2 = 452 }; /* on every machine, and newer than some libcs */

static int check(long result)
{
    return result == 0 ? 0 : -errno;
}

int pyos_sys_chmod(int dir_fd, const char *path, uint32_t mode, bool follow)
{
    int result;

    if (follow)
        return check(syscall(SYS_fchmodat, dir_fd, path, mode));
    result = check(syscall(FCHMODAT2, dir_fd, path, mode, AT_SYMLINK_NOFOLLOW));
    if (!path || (result != -ENOSYS && result != -EPERM)) /* the second from filters of old containers */
        return result;
    return check(fchmodat(dir_fd, path, mode, AT_SYMLINK_NOFOLLOW));
}

int pyos_sys_fchmod(int fd, uint32_t mode)
{
    return check(fchmod(fd, mode));
}

int pyos_sys_chown(int dir_fd, const char *path, uint32_t uid, uint32_t gid, bool follow)
{
    return check(syscall(SYS_fchownat, dir_fd, path, uid, gid, follow ? 0 : AT_SYMLINK_NOFOLLOW));
}

int pyos_sys_fchown(int fd, uint32_t uid, uint32_t gid)
{
    return check(fchown(fd, uid, gid));
}

int pyos_sys_utime(int dir_fd, const char *path, const struct timespec times[2], bool follow)
{
    if (!path) /* to the kernel that is the file dir_fd itself */
        return -EINVAL;
    return check(utimensat(dir_fd, path, times, follow ? 0 : AT_SYMLINK_NOFOLLOW));
}

int pyos_sys_futime(int fd, const struct timespec times[2])
{
    return check(futimens(fd, times));
}

int pyos_sys_truncate(const char *path, int64_t length)
{
    return path ? check(truncate(path, length)) : -EFAULT;
}

int pyos_sys_ftruncate(int fd, int64_t length)
{
    return check(ftruncate(fd, length));
}
