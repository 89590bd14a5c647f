/* Environments for children (manual: Process Parameters, os.environ). */
#ifndef PYOS_OS_ENVIRONMENT_H
#define PYOS_OS_ENVIRONMENT_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/py/type.h"

#include <stdbool.h>

enum pyos_environment_edit { PYOS_ENVIRONMENT_SET, PYOS_ENVIRONMENT_UNSET };

/*
 * The process's own environment, or with clear an empty one, with edits made to it in their order:
 * K=V, where a variable that is there keeps its place, or K to remove. *environment ends with NULL
 * and lives as long as the arena and the words. Where there is nothing to do it is the process's
 * own. ValueError, in Python's words, for a name that is empty or has a '=' in it; a K=V without '='
 * is a usage error.
 */
int pyos_os_environment_make(bool clear, struct pyos_sequence edits, struct pyos_arena *arena,
                             char *const **environment, struct pyos_error *error);

/* A mapping as exec takes it, NULL behind the last: in the arena. NULL: no memory. */
char *const *pyos_os_environment_of(const struct pyos_environment *mapping, struct pyos_arena *arena);

#endif
