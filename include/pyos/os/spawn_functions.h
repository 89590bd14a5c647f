/* The functions that run a program in a child (manual: Process Management, os.spawnv and its kin). */
#ifndef PYOS_OS_SPAWN_FUNCTIONS_H
#define PYOS_OS_SPAWN_FUNCTIONS_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_spawn_section;

#endif
