/* fcntl(2) for programs that have no C: the flags of descriptors and open files, and locks of open files. */
#ifndef PYOS_OS_FCNTL_H
#define PYOS_OS_FCNTL_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_fcntl_section;

#endif
