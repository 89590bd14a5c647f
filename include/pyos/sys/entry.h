/*
 * The names in directories: made, moved, removed. Every call is the kernel's own of that name with at behind it. 0 or
 * -errno.
 */
#ifndef PYOS_SYS_ENTRY_H
#define PYOS_SYS_ENTRY_H

#include "pyos/base/place.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* linkat(2); follow: what the path leads to is linked, where it is a symbolic link. -PYOS_UNCONFINED: without /proc. */
int pyos_sys_link(struct pyos_place from_place, const char *from, struct pyos_place to_place, const char *to,
                  bool follow);

/* symlinkat(2); readlinkat(2): *size is the length of the text, which is not ended by NUL. */
int pyos_sys_symlink(const char *target, struct pyos_place place, const char *path);
int pyos_sys_readlink(struct pyos_place place, const char *path, char *text, size_t capacity, size_t *size);

int pyos_sys_mkdir(struct pyos_place place, const char *path, uint32_t mode);

/* mknodat(2): mode has the type too, an S_IF*; device as makedev(3) has it. */
int pyos_sys_mknod(struct pyos_place place, const char *path, uint32_t mode, uint64_t device);

/* unlinkat(2): of what is no directory, and of what is one. */
int pyos_sys_unlink(struct pyos_place place, const char *path);
int pyos_sys_rmdir(struct pyos_place place, const char *path);

/* renameat2(2); flags: RENAME_* of include/uapi/linux/fs.h. -EINVAL: the file system has none of them. */
int pyos_sys_rename(struct pyos_place from_place, const char *from, struct pyos_place to_place, const char *to,
                    unsigned flags);

#endif
