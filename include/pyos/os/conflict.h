/*
 * Arguments that exclude each other: what Python says of a path that is a descriptor beside dir_fd and
 * follow_symlinks. Each gives 0, or raises ValueError. function is the name that the message begins with.
 */
#ifndef PYOS_OS_CONFLICT_H
#define PYOS_OS_CONFLICT_H

#include "pyos/base/error.h"
#include "pyos/py/type.h"

#include <stdbool.h>

/* Whether the path is an open file. CPython takes -1 for no descriptor, and so for no path at all: EFAULT. */
bool pyos_path_is_open(const struct pyos_path *path);

/* The two wordings that functions have for a descriptor beside dir_fd. */
int pyos_conflict_dir_fd_without_path(const char *function, const struct pyos_path *path, struct pyos_dir_fd dir_fd,
                                      struct pyos_error *error);
int pyos_conflict_dir_fd_and_fd(const char *function, const struct pyos_path *path, struct pyos_dir_fd dir_fd,
                                struct pyos_error *error);

/* Descriptor 0 passes, as in CPython. */
int pyos_conflict_fd_and_follow_symlinks(const char *function, const struct pyos_path *path, bool follow_symlinks,
                                         struct pyos_error *error);

#endif
