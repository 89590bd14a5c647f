/*
 * What an inode holds: permissions, owner, times, size. No path at all is -EFAULT, as the kernel says. 0 or -errno;
 * -PYOS_UNCONFINED.
 */
#ifndef PYOS_SYS_INODE_H
#define PYOS_SYS_INODE_H

#include "pyos/base/place.h"

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/*
 * fchmodat2(2), and where the kernel has none (before Linux 6.6) what the libc does in its place. Without follow
 * -EOPNOTSUPP: a symbolic link has no permissions.
 */
int pyos_sys_chmod(struct pyos_place place, const char *path, uint32_t mode, bool follow);
int pyos_sys_fchmod(int fd, uint32_t mode);

/* fchownat(2), fchown(2); an id of 2^32 - 1 stays as it is. */
int pyos_sys_chown(struct pyos_place place, const char *path, uint32_t uid, uint32_t gid, bool follow);
int pyos_sys_fchown(int fd, uint32_t uid, uint32_t gid);

/* utimensat(2), futimens(3): access and modification; NULL is now. No path is -EINVAL, as glibc says. */
int pyos_sys_utime(struct pyos_place place, const char *path, const struct timespec times[2], bool follow);
int pyos_sys_futime(int fd, const struct timespec times[2]);

int pyos_sys_truncate(struct pyos_place place, const char *path, int64_t length);
int pyos_sys_ftruncate(int fd, int64_t length);

#endif
