/* The constants of os, stat, signal and errno, by their Python names, as CPython 3.13 on Linux has them. */
#ifndef PYOS_OS_CONSTANTS_H
#define PYOS_OS_CONSTANTS_H

#include "pyos/py/constant.h"

extern const struct pyos_constants pyos_os_constants;

#endif
