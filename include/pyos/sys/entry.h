/*
 * The names in directories: made, moved, removed. Every call is the kernel's own of that name with at behind it; a
 * path is under its dir_fd (AT_FDCWD: the current directory). 0 or -errno.
 */
#ifndef PYOS_SYS_ENTRY_H
#define PYOS_SYS_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* linkat(2); follow: what the path leads to is linked, where it is a symbolic link. */
int pyos_sys_link(int from_dir_fd, const char *from, int to_dir_fd, const char *to, bool follow);

/* symlinkat(2); readlinkat(2): *size is the length of the text, which is not ended by NUL. */
int pyos_sys_symlink(const char *target, int dir_fd, const char *path);
int pyos_sys_readlink(int dir_fd, const char *path, char *text, size_t capacity, size_t *size);

int pyos_sys_mkdir(int dir_fd, const char *path, uint32_t mode);

/* mknodat(2): mode has the type too, an S_IF*; device as makedev(3) has it. */
int pyos_sys_mknod(int dir_fd, const char *path, uint32_t mode, uint64_t device);

/* unlinkat(2): of what is no directory, and of what is one. */
int pyos_sys_unlink(int dir_fd, const char *path);
int pyos_sys_rmdir(int dir_fd, const char *path);

/* renameat2(2); flags: RENAME_* of include/uapi/linux/fs.h. -EINVAL: the file system has none of them. */
int pyos_sys_rename(int from_dir_fd, const char *from, int to_dir_fd, const char *to, unsigned flags);

#endif
