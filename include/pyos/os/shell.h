/* Commands for a shell (manual: Process Management, os.system). */
#ifndef PYOS_OS_SHELL_H
#define PYOS_OS_SHELL_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_shell_section;

#endif
