/* Where a command may be (manual: os.get_exec_path, os.posix_spawnp). */
#ifndef PYOS_OS_SEARCH_H
#define PYOS_OS_SEARCH_H

#include "pyos/base/arena.h"
#include "pyos/py/type.h"

#include <stdbool.h>

#define PYOS_DEFPATH "/bin:/usr/bin" /* os.defpath */

/*
 * The paths to try for a command, in order, NULL behind the last: itself where it has a slash, is
 * empty, or search is false; else itself in each directory of the process's PATH (/bin:/usr/bin
 * where there is none; an empty one is the current directory). NULL when there is no memory.
 */
const char *const *pyos_os_search(const char *command, bool search, struct pyos_arena *arena);

/* The file in each directory of the PATH of an environment, or with NULL of the process: as os.execvpe looks for it. */
const char *const *pyos_os_search_for(const struct pyos_environment *environment, const char *file,
                                      struct pyos_arena *arena);

/* PATH of an environment, or with NULL of the process; os.defpath where it has none. */
const char *pyos_os_search_path(const struct pyos_environment *environment);

#endif
