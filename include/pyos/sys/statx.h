/*
 * statx(2), and fstatat(2) where the kernel has none (before Linux 4.11, or a filter that forbids
 * it). The structure and the numbers are those of include/uapi/linux/stat.h, which musl-gcc does
 * not see.
 */
#ifndef PYOS_SYS_STATX_H
#define PYOS_SYS_STATX_H

#include <stdint.h>

struct pyos_statx_time {
    int64_t seconds;
    uint32_t nanoseconds;
    int32_t reserved;
};

struct pyos_statx {
    uint32_t mask;
    uint32_t blksize;
    uint64_t attributes;
    uint32_t nlink;
    uint32_t uid;
    uint32_t gid;
    uint16_t mode;
    uint16_t spare0;
    uint64_t ino;
    uint64_t size;
    uint64_t blocks;
    uint64_t attributes_mask;
    struct pyos_statx_time atime, btime, ctime, mtime;
    uint32_t rdev_major, rdev_minor;
    uint32_t dev_major, dev_minor;
    uint64_t mnt_id;
    uint64_t spare1[13];
};

enum {
    PYOS_STATX_BASIC_STATS = 0x7FF,
    PYOS_STATX_BTIME = 0x800,
    PYOS_STATX_MNT_ID = 0x1000, /* Linux 5.8 */
};

/* A bit of struct pyos_statx.attributes, and its name. */
struct pyos_statx_attribute {
    uint64_t bit;
    const char *name;
};

enum { PYOS_STATX_ATTRIBUTES = 10 };

extern const struct pyos_statx_attribute pyos_statx_attributes[PYOS_STATX_ATTRIBUTES];

/* The file at path under dir_fd (AT_FDCWD: the current directory). 0 or -errno. */
int pyos_sys_stat(int dir_fd, const char *path, int follow_symlinks, struct pyos_statx *stat);

/* The file that is open as fd. 0 or -errno. */
int pyos_sys_fstat(int fd, struct pyos_statx *stat);

#endif
