/*
 * Where the lookup of a path begins, and what it may not leave. Every call of room sys that takes a path takes a
 * place with it, so that none can forget to ask.
 */
#ifndef PYOS_BASE_PLACE_H
#define PYOS_BASE_PLACE_H

#include <fcntl.h>
#include <stddef.h>

/* The directory that a backend takes for "/" (sys/root.h). */
struct pyos_root;

struct pyos_place {
    struct pyos_root *root; /* NULL, the native backend: the process's own */
    int fd;                 /* what a relative path is relative to; AT_FDCWD: the current directory of the backend */
};

/*
 * In the place of an errno: what was asked for cannot be confined here, since the kernel has no call for it, and /proc
 * is not there or does not help. No errno is as large.
 */
enum { PYOS_UNCONFINED = 4096 };

/* The current directory of a backend. */
static inline struct pyos_place pyos_place_here(struct pyos_root *root)
{
    return (struct pyos_place){root, AT_FDCWD};
}

/* A place of the process itself: for the files of the kernel, and for single names that are not followed. */
static inline struct pyos_place pyos_place_native(int fd)
{
    return (struct pyos_place){NULL, fd};
}

#endif
