/* shm_open(3) and shm_unlink(3): shared memory by its name. */
#ifndef PYOS_OS_SHM_H
#define PYOS_OS_SHM_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_shm_section;

#endif
