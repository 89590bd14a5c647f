/*
 * The values of os that are no functions: os.name, os.sep and their kin (manual: Miscellaneous System
 * Information), and which functions take a descriptor, dir_fd and so on (Files and Directories).
 */
#ifndef PYOS_OS_VALUES_H
#define PYOS_OS_VALUES_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_values_section;
extern const struct pyos_section pyos_os_supports_section;
extern const struct pyos_section pyos_os_name_section;

#endif
