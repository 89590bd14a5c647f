/* What only a program of its own can do (manual: Process Management, os.fork and its kin). */
#ifndef PYOS_OS_FORK_H
#define PYOS_OS_FORK_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_fork_section;

#endif
