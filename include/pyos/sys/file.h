/*
 * Files, as the kernel has them. Every call returns what the kernel does: a value >= 0, or -errno.
 */
#ifndef PYOS_SYS_FILE_H
#define PYOS_SYS_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* openat(2), close-on-exec always; mode is 0 where nothing is created. */
int pyos_sys_open(int dir_fd, const char *path, int flags);

/* open(2) for writing: an empty file, with the permissions that the umask leaves of 0666; close-on-exec. */
int pyos_sys_create(const char *path);

int pyos_sys_close(int fd);

/* fcntl(2): with on, exec closes fd; else nothing is changed. -EBADF: it is not open. */
int pyos_sys_set_cloexec(int fd, bool on);

/* link(2), symlink(2), readlink(2): *size is the length of the text, which is not ended by NUL. */
int pyos_sys_link(const char *target, const char *path);
int pyos_sys_symlink(const char *target, const char *path);
int pyos_sys_readlink(const char *path, char *text, size_t capacity, size_t *size);

#endif
