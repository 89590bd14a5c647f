/*
 * The root of the emulated backend: a directory that paths take for "/" and never leave, as after chroot(2), but for
 * one process's own lookups. Every call returns a value >= 0, or -errno.
 */
#ifndef PYOS_SYS_ROOT_H
#define PYOS_SYS_ROOT_H

#include "pyos/base/watch.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Who a file is. mount is 0 where the kernel does not tell (before Linux 5.8). */
struct pyos_sys_id {
    uint64_t dev, ino, mount;
};

struct pyos_root {
    int fd;                /* O_PATH */
    int cwd;               /* the current directory; fd itself where it is the root */
    struct pyos_sys_id id; /* of the root */
    bool by_kernel;        /* openat2(2) confines here; else sys/lookup.h does */
    bool has_proc;         /* /proc/self/fd is the kernel's */
    struct pyos_watch watch;
};

/*
 * Opens the root; finds out what the kernel can do; the current directory is the process's where that lies below the
 * root, else the root; the umask becomes 022. 0 or -errno; -EACCES, too, of a directory that may not be searched.
 */
int pyos_sys_root_open(struct pyos_root *root, const char *path, const struct pyos_watch *watch);

/* Another directory becomes the current one: fd, O_PATH, which then belongs to the root. */
void pyos_sys_root_enter(struct pyos_root *root, int fd);

/* Whether fd is the root itself: 1 or 0. */
int pyos_sys_root_is(const struct pyos_root *root, int fd);

/*
 * The directory above fd, O_PATH; above the root there is the root. -ENOENT: fd does not lie below the root, as when
 * somebody has moved it away.
 */
int pyos_sys_root_above(const struct pyos_root *root, int fd);

/*
 * The path of fd, a directory, from the root: "/" is the root itself. *size is its length, and there is a NUL behind
 * it. -ENOENT: it is not below the root; -PYOS_UNCONFINED: without /proc nobody knows; -ENAMETOOLONG.
 */
int pyos_sys_root_path(const struct pyos_root *root, int fd, char *path, size_t capacity, size_t *size);

#endif
