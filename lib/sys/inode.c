#include "pyos/sys/inode.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* On every machine the same, and newer than some libcs. */
enum { FACCESSAT2 = 439, FCHMODAT2 = 452 };

static int check(long result)
{
    return result == 0 ? 0 : -errno;
}

/* Whether the kernel, or a filter before it, does not know a call: those answer EPERM, as old containers do. */
static bool is_unknown(int result)
{
    return result == -ENOSYS || result == -EPERM;
}

int pyos_sys_chmod(int dir_fd, const char *path, uint32_t mode, bool follow)
{
    int result;

    if (follow)
        return check(syscall(SYS_fchmodat, dir_fd, path, mode));
    result = check(syscall(FCHMODAT2, dir_fd, path, mode, AT_SYMLINK_NOFOLLOW));
    if (!path || !is_unknown(result))
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

int pyos_sys_access(int dir_fd, const char *path, int mode, bool effective_ids, bool follow)
{
    int flags = (effective_ids ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
    int result;

    if (flags == 0)
        return check(syscall(SYS_faccessat, dir_fd, path, mode));
    result = check(syscall(FACCESSAT2, dir_fd, path, mode, flags));
    return is_unknown(result) ? check(faccessat(dir_fd, path, mode, flags)) : result;
}
