/*
 * os.sysconf and its names (manual: Miscellaneous System Information; sysconf(3)): from the kernel, or
 * as glibc has it, whatever library is linked.
 */
#ifndef PYOS_OS_SYSCONF_H
#define PYOS_OS_SYSCONF_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_sysconf_section;

/* By glibc's number; -1 is no limit. Raises OSError with EINVAL for a number that it does not know. */
int pyos_os_sysconf(int number, int64_t *value, struct pyos_error *error);

#endif
