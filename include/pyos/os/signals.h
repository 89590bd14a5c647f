/* What the process does when a signal comes: signal and getsignal of Python's module signal. */
#ifndef PYOS_OS_SIGNALS_H
#define PYOS_OS_SIGNALS_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_signals_section;

#endif
