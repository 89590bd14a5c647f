/*
 * statx(2), and fstatat(2) where the kernel has none (before Linux 4.11, or a filter that forbids
 * it). The structure and the numbers are those of include/uapi/linux/stat.h, which musl-gcc does
 * not see.
 */
#ifndef PYOS_SYS_STATX_H
#define PYOS_SYS_STATX_H

#include "pyos/base/place.h"

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
    uint32_t dio_mem_align, dio_offset_align;
    uint64_t subvol;
    uint32_t atomic_write_unit_min, atomic_write_unit_max, atomic_write_segments_max;
    uint32_t dio_read_offset_align;
    uint32_t atomic_write_unit_max_opt;
    uint32_t spare1;
    uint64_t spare2[8];
};

enum {
    PYOS_STATX_TYPE = 0x1,
    PYOS_STATX_MODE = 0x2,
    PYOS_STATX_NLINK = 0x4,
    PYOS_STATX_UID = 0x8,
    PYOS_STATX_GID = 0x10,
    PYOS_STATX_ATIME = 0x20,
    PYOS_STATX_MTIME = 0x40,
    PYOS_STATX_CTIME = 0x80,
    PYOS_STATX_INO = 0x100,
    PYOS_STATX_SIZE = 0x200,
    PYOS_STATX_BLOCKS = 0x400,
    PYOS_STATX_BASIC_STATS = 0x7FF,
    PYOS_STATX_BTIME = 0x800,
    PYOS_STATX_MNT_ID = 0x1000,          /* Linux 5.8 */
    PYOS_STATX_DIOALIGN = 0x2000,        /* 6.1 */
    PYOS_STATX_MNT_ID_UNIQUE = 0x4000,   /* 6.8 */
    PYOS_STATX_SUBVOL = 0x8000,          /* 6.10 */
    PYOS_STATX_WRITE_ATOMIC = 0x10000,   /* 6.11 */
    PYOS_STATX_DIO_READ_ALIGN = 0x20000, /* 6.14 */
};

/* A bit of struct pyos_statx.attributes, and its name. */
struct pyos_statx_attribute {
    uint64_t bit;
    const char *name;
};

enum { PYOS_STATX_ATTRIBUTES = 10 };

extern const struct pyos_statx_attribute pyos_statx_attributes[PYOS_STATX_ATTRIBUTES];

/* statx(2) itself: 0 or -errno, -ENOSYS where the kernel has none. */
int pyos_sys_statx(struct pyos_place place, const char *path, unsigned flags, unsigned mask, struct pyos_statx *stat);

/* The file at path. 0 or -errno. */
int pyos_sys_stat(struct pyos_place place, const char *path, int follow_symlinks, struct pyos_statx *stat);

/* The file that is open as fd. 0 or -errno. */
int pyos_sys_fstat(int fd, struct pyos_statx *stat);

#endif
