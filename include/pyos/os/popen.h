/* What a shell's commands write (manual: Process Management, os.popen), and its old kin. */
#ifndef PYOS_OS_POPEN_H
#define PYOS_OS_POPEN_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_popen_section;
extern const struct pyos_section pyos_os_popen_seed_section;

#endif
