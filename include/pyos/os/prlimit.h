/* prlimit of Python's module resource: what a process may use. */
#ifndef PYOS_OS_PRLIMIT_H
#define PYOS_OS_PRLIMIT_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_prlimit_section;

#endif
