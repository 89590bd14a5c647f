/* Backends: what is made of a function where the system is not called as it is. */
#ifndef PYOS_PY_BACKEND_H
#define PYOS_PY_BACKEND_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/in.h"
#include "pyos/base/place.h"
#include "pyos/base/watch.h"

/* What the emulated backend makes of a function. A row that says nothing is refused. */
enum pyos_emulation {
    PYOS_REFUSED,   /* it cannot be confined: NotImplementedError */
    PYOS_SUPPORTED, /* the same as on the native backend */
    PYOS_EMULATED,  /* paths below the root, a current directory, a umask and descriptors of its own */
};

/*
 * Opens the emulated backend: directory is its "/". The root is in memory of the arena, and closed with the process.
 * Raises OSError with the directory. What a house hands to cli, which knows no system calls.
 */
typedef int pyos_confine_function(const char *directory, const struct pyos_watch *watch, struct pyos_arena *arena,
                                  struct pyos_root **root, struct pyos_error *error);

/* pyos_in_open of a path that the user has given: below the root, where there is one. */
typedef int pyos_open_function(struct pyos_root *root, const char *path, struct pyos_in *in, struct pyos_error *error);

#endif
