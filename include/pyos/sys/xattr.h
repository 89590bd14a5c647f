/*
 * Extended attributes (xattr(7)), of a path or of an open file. Every call returns what the kernel
 * does: a value >= 0, or -errno.
 */
#ifndef PYOS_SYS_XATTR_H
#define PYOS_SYS_XATTR_H

#include <stddef.h>

struct pyos_sys_file {
    const char *path; /* NULL: the open file fd */
    int fd;
    int follow_symlinks; /* of a path that is a link: of what it leads to */
};

/* listxattr(2) and its kin: how many bytes of names, each ended by NUL. */
long pyos_sys_listxattr(const struct pyos_sys_file *file, char *names, size_t capacity);

/* getxattr(2) and its kin: how many bytes the value has. */
long pyos_sys_getxattr(const struct pyos_sys_file *file, const char *name, void *value, size_t capacity);

/* setxattr(2), removexattr(2) and their kin: 0. */
int pyos_sys_setxattr(const struct pyos_sys_file *file, const char *name, const void *value, size_t size, int flags);
int pyos_sys_removexattr(const struct pyos_sys_file *file, const char *name);

#endif
