/* Signals to processes, and the end of this one (manual: Process Management, os.kill, os._exit and their kin). */
#ifndef PYOS_OS_KILL_H
#define PYOS_OS_KILL_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_kill_section;

#endif
