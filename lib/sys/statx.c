#include "pyos/sys/statx.h"

#include "pyos/sys/resolve.h"
#include "pyos/sys/root.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#ifndef AT_EMPTY_PATH
#define AT_EMPTY_PATH 0x1000
#endif
#ifndef AT_NO_AUTOMOUNT
#define AT_NO_AUTOMOUNT 0x800
#endif

_Static_assert(sizeof(struct pyos_statx) == 256, "the kernel's struct statx has 256 bytes");

const struct pyos_statx_attribute pyos_statx_attributes[PYOS_STATX_ATTRIBUTES] = {
    {0x00000004, "STATX_ATTR_COMPRESSED"},
    {0x00000010, "STATX_ATTR_IMMUTABLE"},
    {0x00000020, "STATX_ATTR_APPEND"},
    {0x00000040, "STATX_ATTR_NODUMP"},
    {0x00000800, "STATX_ATTR_ENCRYPTED"},
    {0x00001000, "STATX_ATTR_AUTOMOUNT"},
    {0x00002000, "STATX_ATTR_MOUNT_ROOT"},
    {0x00100000, "STATX_ATTR_VERITY"},
    {0x00200000, "STATX_ATTR_DAX"},
    {0x00400000, "STATX_ATTR_WRITE_ATOMIC"},
};

static struct pyos_statx_time time_of(struct timespec time)
{
    return (struct pyos_statx_time){.seconds = time.tv_sec, .nanoseconds = (uint32_t)time.tv_nsec}; /* < 10^9 */
}

/* What the old call knows, in the new one's shape. */
static int old_stat(int dir_fd, const char *path, int flags, struct pyos_statx *stat)
{
    struct stat old;

    if (fstatat(dir_fd, path, &old, flags) != 0)
        return -errno;
    *stat = (struct pyos_statx){
        .mask = PYOS_STATX_BASIC_STATS,
        .blksize = (uint32_t)old.st_blksize, /* statx has 32 bits for these two */
        .nlink = (uint32_t)old.st_nlink,
        .uid = old.st_uid,
        .gid = old.st_gid,
        .mode = (uint16_t)old.st_mode, /* 16 bits are used */
        .ino = old.st_ino,
        .size = (uint64_t)old.st_size, /* never negative, as blocks */
        .blocks = (uint64_t)old.st_blocks,
        .atime = time_of(old.st_atim),
        .ctime = time_of(old.st_ctim),
        .mtime = time_of(old.st_mtim),
        .rdev_major = major(old.st_rdev),
        .rdev_minor = minor(old.st_rdev),
        .dev_major = major(old.st_dev),
        .dev_minor = minor(old.st_dev),
    };
    return 0;
}

static int call_statx(int dir_fd, const char *path, unsigned flags, unsigned mask, struct pyos_statx *stat)
{
    return syscall(SYS_statx, dir_fd, path, flags, mask, stat) == 0 ? 0 : -errno;
}

int pyos_sys_statx(struct pyos_place place, const char *path, unsigned flags, unsigned mask, struct pyos_statx *stat)
{
    struct pyos_sys_spot spot;
    int result;

    if (!place.root)
        return call_statx(place.fd, path, flags, mask, stat);
    if (flags & AT_EMPTY_PATH && path && path[0] == '\0') /* the place itself, whatever it is */
        return call_statx(place.fd == AT_FDCWD ? place.root->cwd : place.fd, path, flags, mask, stat);
    result = pyos_sys_resolve(place, path, pyos_sys_look_for(!(flags & AT_SYMLINK_NOFOLLOW)), &spot);
    if (result < 0)
        return result;
    return pyos_sys_leave(&spot, call_statx(spot.fd, spot.name, flags | AT_EMPTY_PATH, mask, stat));
}

static int any_stat(int dir_fd, const char *path, int flags, struct pyos_statx *stat)
{
    const unsigned mask = PYOS_STATX_BASIC_STATS | PYOS_STATX_BTIME | PYOS_STATX_MNT_ID;
    int result;

    flags |= AT_NO_AUTOMOUNT; /* as stat(2) itself */
    result = call_statx(dir_fd, path, (unsigned)flags, mask, stat); /* the same bits */
    if (result == -ENOSYS || result == -EPERM) /* the second from old container filters; stat(2) has no such error */
        return old_stat(dir_fd, path, flags, stat);
    return result;
}

int pyos_sys_stat(struct pyos_place place, const char *path, int follow_symlinks, struct pyos_statx *stat)
{
    struct pyos_sys_spot spot;
    int result = pyos_sys_resolve(place, path, pyos_sys_look_for(follow_symlinks), &spot);

    if (result < 0)
        return result;
    return pyos_sys_leave(&spot, any_stat(spot.fd, spot.name, spot.flags, stat));
}

int pyos_sys_fstat(int fd, struct pyos_statx *stat)
{
    if (fd < 0)
        return -EBADF; /* AT_FDCWD too: it is no descriptor */
    return any_stat(fd, "", AT_EMPTY_PATH, stat);
}
