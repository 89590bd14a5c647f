/*
 * Files, as the kernel has them. Every call returns what the kernel does: a value >= 0, or -errno.
 */
#ifndef PYOS_SYS_FILE_H
#define PYOS_SYS_FILE_H

#include "pyos/base/place.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* openat(2), close-on-exec always; of what is there. */
int pyos_sys_open(struct pyos_place place, const char *path, int flags);

/* The same with the mode of a file that it creates; opens again when a signal came first. */
int pyos_sys_open_as(struct pyos_place place, const char *path, int flags, uint32_t mode);

/* open(2) for writing: an empty file, with the permissions that the umask leaves of 0666; close-on-exec. */
int pyos_sys_create(struct pyos_place place, const char *path);

int pyos_sys_close(int fd);

/* fcntl(2): with on, exec closes fd; else nothing is changed. -EBADF: it is not open. */
int pyos_sys_set_cloexec(int fd, bool on);

#endif
