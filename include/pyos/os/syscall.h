/* syscall(2): any call of the kernel, with arguments that a line of a shell can say. */
#ifndef PYOS_OS_SYSCALL_H
#define PYOS_OS_SYSCALL_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_syscall_section;

#endif
