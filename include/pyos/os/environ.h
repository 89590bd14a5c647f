/*
 * os.environ, and the functions that read and change it (manual: Process Parameters). On a command line it is the
 * environment itself; a session has a mapping of its own, as Python has.
 */
#ifndef PYOS_OS_ENVIRON_H
#define PYOS_OS_ENVIRON_H

#include "pyos/base/error.h"
#include "pyos/py/function.h"
#include "pyos/py/variables.h"

/* What a session begins with: the environment of the process. */
int pyos_os_environ_copy(struct pyos_variables *variables, struct pyos_error *error);

extern const struct pyos_section pyos_os_environ_section;
extern const struct pyos_section pyos_os_environ_seed_section;

#endif
