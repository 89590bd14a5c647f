/*
 * What paths are relative to: the current directory, the root, and for "~" the user. root: of the emulated backend,
 * which has a current directory of its own; NULL: the process's.
 */
#ifndef PYOS_SYS_PATH_H
#define PYOS_SYS_PATH_H

#include "pyos/base/place.h"

#include <stddef.h>
#include <stdint.h>

/*
 * getcwd(2): *size is the length of the path, which is ended by NUL. 0 or -errno: -ENAMETOOLONG
 * beyond PATH_MAX, whatever the capacity; -ENOENT where the directory was removed, or lies outside
 * of the root; -PYOS_UNCONFINED: on the emulated backend, without /proc.
 */
int pyos_sys_getcwd(const struct pyos_root *root, char *path, size_t capacity, size_t *size);

/* chdir(2), fchdir(2), chroot(2): 0 or -errno. No path is -EFAULT. */
int pyos_sys_chdir(struct pyos_root *root, const char *path);
int pyos_sys_fchdir(struct pyos_root *root, int fd);
int pyos_sys_chroot(const char *path);

/* getuid(2) */
uint32_t pyos_sys_getuid(void);

#endif
