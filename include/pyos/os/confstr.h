/* os.confstr and its names (manual: Miscellaneous System Information; confstr(3)). */
#ifndef PYOS_OS_CONFSTR_H
#define PYOS_OS_CONFSTR_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_confstr_section;

#endif
