#include "pyos/sys/entry.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int check(int result)
{
    return result == 0 ? 0 : -errno;
}

int pyos_sys_link(int from_dir_fd, const char *from, int to_dir_fd, const char *to, bool follow)
{
    return check(linkat(from_dir_fd, from, to_dir_fd, to, follow ? AT_SYMLINK_FOLLOW : 0));
}

int pyos_sys_symlink(const char *target, int dir_fd, const char *path)
{
    return check(symlinkat(target, dir_fd, path));
}

int pyos_sys_readlink(int dir_fd, const char *path, char *text, size_t capacity, size_t *size)
{
    ssize_t n = readlinkat(dir_fd, path, text, capacity);

    if (n < 0)
        return -errno;
    *size = (size_t)n; /* >= 0 */
    return 0;
}

int pyos_sys_mkdir(int dir_fd, const char *path, uint32_t mode)
{
    return check(mkdirat(dir_fd, path, mode));
}

int pyos_sys_mknod(int dir_fd, const char *path, uint32_t mode, uint64_t device)
{
    if (device > UINT32_MAX) /* what the kernel takes; musl would cut it */
        return -EINVAL;
    return check(mknodat(dir_fd, path, mode, device));
}

int pyos_sys_unlink(int dir_fd, const char *path)
{
    return check(unlinkat(dir_fd, path, 0));
}

int pyos_sys_rmdir(int dir_fd, const char *path)
{
    return check(unlinkat(dir_fd, path, AT_REMOVEDIR));
}

int pyos_sys_rename(int from_dir_fd, const char *from, int to_dir_fd, const char *to, unsigned flags)
{
    if (flags == 0) /* older kernels have this one, too */
        return check(renameat(from_dir_fd, from, to_dir_fd, to));
    return syscall(SYS_renameat2, from_dir_fd, from, to_dir_fd, to, flags) == 0 ? 0 : -errno;
}
