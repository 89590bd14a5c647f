/* The process among others: its group, session, priority, namespaces (manual: Process Parameters). */
#ifndef PYOS_OS_PROCESS_H
#define PYOS_OS_PROCESS_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_process_section;

#endif
