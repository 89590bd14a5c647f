/* os.listdir, scandir: what a directory holds (manual: Files and Directories). */
#ifndef PYOS_OS_SCANDIR_H
#define PYOS_OS_SCANDIR_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_scandir_section;

#endif
