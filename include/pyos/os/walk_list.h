/* os.walk and os.fwalk as functions: all that they yield, in one list (manual: Files and Directories). */
#ifndef PYOS_OS_WALK_LIST_H
#define PYOS_OS_WALK_LIST_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_walk_section;

#endif
