/* The process among others: its group, session, priority, namespaces (manual: Process Parameters). */
#ifndef PYOS_OS_PROCESS_H
#define PYOS_OS_PROCESS_H

#include "pyos/py/function.h"

/* posix.uname_result, of struct utsname. */
extern const struct pyos_record pyos_uname_record;

extern const struct pyos_section pyos_os_process_section;

#endif
