/* The functions that become another program (manual: Process Management, os.execv and its kin). */
#ifndef PYOS_OS_EXEC_FUNCTIONS_H
#define PYOS_OS_EXEC_FUNCTIONS_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_exec_section;

#endif
