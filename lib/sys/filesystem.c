#include "pyos/sys/filesystem.h"

#include "pyos/sys/resolve.h"

#include <errno.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { FLAGS_KNOWN = 0x20 }; /* ST_VALID of include/linux/statfs.h: the kernel tells the flags; no flag itself */

/* What the kernel says is never negative; some libcs have it signed. */
static void fill(struct pyos_sys_filesystem *filesystem, const struct statfs *raw)
{
    uint32_t fsid[2];

    memcpy(fsid, &raw->f_fsid, sizeof fsid);
    *filesystem = (struct pyos_sys_filesystem){
        .type = (uint32_t)raw->f_type, /* of 32 bits, whatever its C type is */
        .bsize = (uint64_t)raw->f_bsize,
        .frsize = (uint64_t)(raw->f_frsize != 0 ? raw->f_frsize : raw->f_bsize),
        .blocks = raw->f_blocks,
        .bfree = raw->f_bfree,
        .bavail = raw->f_bavail,
        .files = raw->f_files,
        .ffree = raw->f_ffree,
        .fsid = fsid[0] | (uint64_t)fsid[1] << 32,
        .flag = (uint64_t)raw->f_flags & FLAGS_KNOWN ? (uint64_t)raw->f_flags & ~(uint64_t)FLAGS_KNOWN : 0,
        .namemax = (uint64_t)raw->f_namelen,
    };
}

int pyos_sys_statfs(struct pyos_place place, const char *path, struct pyos_sys_filesystem *filesystem)
{
    struct pyos_sys_spot spot;
    struct statfs raw;
    int result;

    if (place.root) {
        result = pyos_sys_resolve(place, path, PYOS_SYS_LOOK_FILE, &spot);
        return result < 0 ? result : pyos_sys_leave(&spot, pyos_sys_fstatfs(spot.fd, filesystem));
    }
    if (!path)
        return -EFAULT;
    if (statfs(path, &raw) != 0)
        return -errno;
    fill(filesystem, &raw);
    return 0;
}

int pyos_sys_fstatfs(int fd, struct pyos_sys_filesystem *filesystem)
{
    struct statfs raw;

    if (fstatfs(fd, &raw) != 0)
        return -errno;
    fill(filesystem, &raw);
    return 0;
}

void pyos_sys_sync(void)
{
    sync();
}
