#include "pyos/sys/inode.h"

#include "pyos/sys/proc_path.h"
#include "pyos/sys/resolve.h"
#include "pyos/sys/root.h"

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

/* Whether the kernel lacks a call; -EPERM is what filters of old containers say. */
static bool is_missing(int result)
{
    return result == -ENOSYS || result == -EPERM;
}

static int chmod_natively(int dir_fd, const char *path, uint32_t mode, bool follow)
{
    int result;

    if (follow)
        return check(syscall(SYS_fchmodat, dir_fd, path, mode));
    result = check(syscall(FCHMODAT2, dir_fd, path, mode, AT_SYMLINK_NOFOLLOW));
    if (!path || !is_missing(result))
        return result;
    return check(fchmodat(dir_fd, path, mode, AT_SYMLINK_NOFOLLOW));
}

/* The permissions of a link, which it has none, some kernels would change by its descriptor. */
static int chmod_file(const struct pyos_sys_spot *spot, uint32_t mode)
{
    const struct pyos_sys_proc_path path = pyos_sys_proc_path(spot->fd);
    struct stat stat;
    int result;

    if (fstat(spot->fd, &stat) != 0)
        return -errno;
    if (S_ISLNK(stat.st_mode))
        return -EOPNOTSUPP;
    result = check(syscall(FCHMODAT2, spot->fd, "", mode, AT_EMPTY_PATH));
    if (!is_missing(result))
        return result;
    if (spot->root->has_proc)
        return check(chmod(path.text, mode));
    return result == -ENOSYS ? -PYOS_UNCONFINED : result; /* -EPERM is taken at its word */
}

int pyos_sys_chmod(struct pyos_place place, const char *path, uint32_t mode, bool follow)
{
    struct pyos_sys_spot spot;
    int result;

    if (!place.root)
        return chmod_natively(place.fd, path, mode, follow);
    result = pyos_sys_resolve(place, path, pyos_sys_look_for(follow), &spot);
    return result < 0 ? result : pyos_sys_leave(&spot, chmod_file(&spot, mode));
}

int pyos_sys_fchmod(int fd, uint32_t mode)
{
    return check(fchmod(fd, mode));
}

int pyos_sys_chown(struct pyos_place place, const char *path, uint32_t uid, uint32_t gid, bool follow)
{
    struct pyos_sys_spot spot;
    int result = pyos_sys_resolve(place, path, pyos_sys_look_for(follow), &spot);

    if (result < 0)
        return result;
    return pyos_sys_leave(&spot, check(syscall(SYS_fchownat, spot.fd, spot.name, uid, gid, spot.flags)));
}

int pyos_sys_fchown(int fd, uint32_t uid, uint32_t gid)
{
    return check(fchown(fd, uid, gid));
}

/* A kernel before Linux 5.8 does not know the flag for a descriptor alone. */
static int utime_file(const struct pyos_sys_spot *spot, const struct timespec times[2])
{
    const struct pyos_sys_proc_path path = pyos_sys_proc_path(spot->fd);
    int result = check(utimensat(spot->fd, "", times, AT_EMPTY_PATH));

    if (result != -EINVAL)
        return result;
    return spot->root->has_proc ? check(utimensat(AT_FDCWD, path.text, times, 0)) : -PYOS_UNCONFINED;
}

int pyos_sys_utime(struct pyos_place place, const char *path, const struct timespec times[2], bool follow)
{
    struct pyos_sys_spot spot;
    int result;

    if (!path) /* to the kernel that is the file dir_fd itself */
        return -EINVAL;
    if (!place.root)
        return check(utimensat(place.fd, path, times, follow ? 0 : AT_SYMLINK_NOFOLLOW));
    result = pyos_sys_resolve(place, path, pyos_sys_look_for(follow), &spot);
    return result < 0 ? result : pyos_sys_leave(&spot, utime_file(&spot, times));
}

int pyos_sys_futime(int fd, const struct timespec times[2])
{
    return check(futimens(fd, times));
}

int pyos_sys_truncate(struct pyos_place place, const char *path, int64_t length)
{
    struct pyos_sys_proc_path of_file;
    struct pyos_sys_spot spot;
    int result;

    if (!place.root)
        return path ? check(truncate(path, length)) : -EFAULT;
    if (!place.root->has_proc)
        return -PYOS_UNCONFINED;
    result = pyos_sys_resolve(place, path, PYOS_SYS_LOOK_FILE, &spot);
    if (result < 0)
        return result;
    of_file = pyos_sys_proc_path(spot.fd);
    return pyos_sys_leave(&spot, check(truncate(of_file.text, length)));
}

int pyos_sys_ftruncate(int fd, int64_t length)
{
    return check(ftruncate(fd, length));
}
