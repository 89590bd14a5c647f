/* os.makedirs, removedirs, renames: with the directories above (manual: Files and Directories). */
#ifndef PYOS_OS_DIRECTORIES_H
#define PYOS_OS_DIRECTORIES_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_directories_section;

#endif
