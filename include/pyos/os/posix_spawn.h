/* os.posix_spawn and os.posix_spawnp (manual: Process Management). */
#ifndef PYOS_OS_POSIX_SPAWN_H
#define PYOS_OS_POSIX_SPAWN_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_posix_spawn_section;

#endif
