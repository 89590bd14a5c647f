/* os.major, minor, makedev: the parts of a device number (manual: Files and Directories). */
#ifndef PYOS_OS_DEVICE_H
#define PYOS_OS_DEVICE_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_device_section;

#endif
