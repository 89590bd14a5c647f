/* pidfd_getfd(2) and pidfd_send_signal(2), beside os.pidfd_open. */
#ifndef PYOS_OS_PIDFD_H
#define PYOS_OS_PIDFD_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_pidfd_section;

#endif
