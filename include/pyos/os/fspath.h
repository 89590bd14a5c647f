/* os.fspath, fsencode, fsdecode: paths as str and as bytes (manual: Process Parameters). */
#ifndef PYOS_OS_FSPATH_H
#define PYOS_OS_FSPATH_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_fspath_section;

#endif
