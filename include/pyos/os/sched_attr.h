/* sched_getattr(2) and sched_setattr(2), as the kernel has them; pyos sched has the same by its own names. */
#ifndef PYOS_OS_SCHED_ATTR_H
#define PYOS_OS_SCHED_ATTR_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_sched_attr_section;

#endif
