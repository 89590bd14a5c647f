/* The names of what os.sysconf and its kin can be asked for. */
#ifndef PYOS_OS_CONFIGURATION_H
#define PYOS_OS_CONFIGURATION_H

#include "pyos/base/error.h"
#include "pyos/py/type.h"

/* The number of what is wanted: as it was given, or of its name. Raises ValueError for an unknown name. */
int pyos_os_configuration(const struct pyos_named *names, const struct pyos_configuration *wanted, int *number,
                          struct pyos_error *error);

#endif
