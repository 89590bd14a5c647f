/*
 * The way down into a tree: a stack of directories from the top to where a walk is, the names that
 * each still has to visit, and the descriptors that lead there.
 *
 * A descriptor is kept only while its directory has children to visit. Where there are too many, or
 * the process may open no more, the outermost is given up; its directory is found again by ".."
 * from below, or by its names from above, and taken only if it is the same one (st_dev, st_ino).
 */
#ifndef PYOS_OS_DESCENT_H
#define PYOS_OS_DESCENT_H

#include "pyos/base/buf.h"
#include "pyos/base/place.h"
#include "pyos/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pyos_file_id {
    uint64_t dev, ino;
    bool known;
};

struct pyos_level {
    size_t path_size; /* how much of the path leads here */
    size_t cursor, end; /* the names that are left, in descent.names */
    size_t names;       /* where the first one was */
    int fd;             /* -1: given up, or needed no more */
    struct pyos_file_id id;
    struct pyos_buf text; /* whatever belongs to the level */
};

/* Zero it before use, but for spare = -1. */
struct pyos_descent {
    struct pyos_level *levels;
    size_t count;
    size_t capacity;
    struct pyos_buf path;  /* of the directory that is being opened or was opened last; ends with NUL */
    struct pyos_buf names; /* each ended by NUL */
    int spare;             /* descriptor of the directory that was left last, or -1 */
    size_t spare_depth;
    size_t open_count;     /* levels with a descriptor */
    struct pyos_place place; /* of the path of the top */
    bool followlinks;
};

/* The path of the directory that was opened last. */
struct pyos_str pyos_descent_path(const struct pyos_descent *descent);

/* Opens the top itself; flags: O_NOFOLLOW, or 0. A descriptor or -errno. */
int pyos_descent_open_top(struct pyos_descent *descent, struct pyos_place place, struct pyos_str top, int flags);

/*
 * Opens the next child of the innermost level, which has one. A descriptor or -errno, which is of
 * the path: the child's, or the level's own when that was not found again (-ESTALE and others); the
 * rest of its names is then dropped.
 */
int pyos_descent_open_next(struct pyos_descent *descent);

/*
 * Enters the directory opened last: fd now belongs to the stack. 0 or -ENOMEM, when fd is still the
 * caller's.
 */
int pyos_descent_enter(struct pyos_descent *descent, int fd, const struct pyos_file_id *id);

/* Adds a name to visit below the directory entered last. 0 or -ENOMEM, when it has none at all. */
int pyos_descent_add(struct pyos_descent *descent, const char *name, size_t length);

/* Leaves the innermost level; its text must have been taken. */
void pyos_descent_leave(struct pyos_descent *descent);

/* Whether a directory is one of those that lead to where the walk is. */
bool pyos_descent_contains(const struct pyos_descent *descent, const struct pyos_file_id *id);

/* Who the directory behind fd is. 0 or -errno. */
int pyos_descent_identify(int fd, struct pyos_file_id *id);

void pyos_descent_free(struct pyos_descent *descent);

#endif
