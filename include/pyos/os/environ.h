/* The environment of the process itself (manual: Process Parameters, os.environ). */
#ifndef PYOS_OS_ENVIRON_H
#define PYOS_OS_ENVIRON_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_environ_section;

/* Assignment to os.environ, and deletion from it. */
extern const struct pyos_section pyos_os_environ_seed_section;

#endif
