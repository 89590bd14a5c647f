/* Users and groups of the process (manual: Process Parameters). */
#ifndef PYOS_OS_IDENTITY_H
#define PYOS_OS_IDENTITY_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_identity_section;

#endif
