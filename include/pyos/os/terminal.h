/*
 * os.isatty, ttyname, openpty, get_terminal_size and their kin: terminals and pseudo-terminals (manual: File Descriptor
 * Operations, Querying the size of a terminal).
 */
#ifndef PYOS_OS_TERMINAL_H
#define PYOS_OS_TERMINAL_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_terminal_section;
extern const struct pyos_section pyos_os_terminal_size_section;

#endif
