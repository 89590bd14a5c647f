/* The file system that holds a file: statfs(2), sync(2). */
#ifndef PYOS_SYS_FILESYSTEM_H
#define PYOS_SYS_FILESYSTEM_H

#include "pyos/base/place.h"

#include <stdint.h>

/* As statvfs(3) shows it; type is the kernel's magic number, of include/uapi/linux/magic.h. */
struct pyos_sys_filesystem {
    uint32_t type;
    uint64_t bsize; /* bytes: good for reading */
    uint64_t frsize; /* bytes: what the blocks count */
    uint64_t blocks, bfree, bavail;
    uint64_t files, ffree;
    uint64_t fsid;
    uint64_t flag; /* ST_* of sys/statvfs.h */
    uint64_t namemax;
};

/* 0 or -errno; no path is -EFAULT. */
int pyos_sys_statfs(struct pyos_place place, const char *path, struct pyos_sys_filesystem *filesystem);
int pyos_sys_fstatfs(int fd, struct pyos_sys_filesystem *filesystem);

void pyos_sys_sync(void);

#endif
