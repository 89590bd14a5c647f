/* Waiting for children (manual: Process Management, os.wait and its kin). */
#ifndef PYOS_OS_REAP_H
#define PYOS_OS_REAP_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_reap_section;

#endif
