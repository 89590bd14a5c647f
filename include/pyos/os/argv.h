/* Argument lists of programs, from those that Python's functions take. */
#ifndef PYOS_OS_ARGV_H
#define PYOS_OS_ARGV_H

#include "pyos/base/arena.h"
#include "pyos/py/type.h"

/* As exec takes it, NULL behind the last: in the arena. NULL: no memory. */
const char *const *pyos_os_argv(struct pyos_strs words, struct pyos_arena *arena);

/* Whether its first word is there, and is not empty. */
bool pyos_os_argv_names(struct pyos_strs words);

#endif
