/* The emulated backend (docs/SEMANTICS.md, "Backends"): what main hands to room cli. */
#ifndef PYOS_OS_BACKEND_H
#define PYOS_OS_BACKEND_H

#include "pyos/py/backend.h"

/* A pyos_confine_function and a pyos_open_function: see there. */
int pyos_os_confine(const char *directory, const struct pyos_watch *watch, struct pyos_arena *arena,
                    struct pyos_root **root, struct pyos_error *error);
int pyos_os_open_stream(struct pyos_root *root, const char *path, struct pyos_in *in, struct pyos_error *error);

#endif
