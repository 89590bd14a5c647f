/* os.link, mkdir, rename, remove and their kin: the names in directories (manual: Files and Directories). */
#ifndef PYOS_OS_ENTRY_H
#define PYOS_OS_ENTRY_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_entry_section;

#endif
