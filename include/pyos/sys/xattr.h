/*
 * Extended attributes (xattr(7)), of a path or of an open file. Every call returns what the kernel does: a value of 0
 * to 65536, or -errno; -PYOS_UNCONFINED: without /proc, before Linux 6.13 or of what a link leads to.
 */
#ifndef PYOS_SYS_XATTR_H
#define PYOS_SYS_XATTR_H

#include "pyos/base/place.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether the kernel has the calls that find a file from a directory that is open. Before Linux 6.13 it has none. */
bool pyos_sys_has_xattrat(void);

struct pyos_sys_file {
    struct pyos_place place; /* native and with a descriptor: where pyos_sys_has_xattrat */
    const char *path;    /* NULL: the open file place.fd */
    int follow_symlinks; /* of a path that is a link: of what it leads to */
};

/* listxattr(2) and its kin: how many bytes of names, each ended by NUL. */
int pyos_sys_listxattr(const struct pyos_sys_file *file, char *names, size_t capacity);

/* getxattr(2) and its kin: how many bytes the value has. */
int pyos_sys_getxattr(const struct pyos_sys_file *file, const char *name, void *value, size_t capacity);

/* setxattr(2), removexattr(2) and their kin: 0. */
int pyos_sys_setxattr(const struct pyos_sys_file *file, const char *name, const void *value, size_t size, int flags);
int pyos_sys_removexattr(const struct pyos_sys_file *file, const char *name);

#endif
