/* statx, as os.statx of Python 3.15 has it: what Linux knows of a file, and no less than was asked for. */
#ifndef PYOS_OS_STATX_H
#define PYOS_OS_STATX_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_statx_section;

#endif
