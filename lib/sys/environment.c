#include "pyos/sys/environment.h"

#include <errno.h>
#include <stdlib.h>

int pyos_sys_setenv(const char *name, const char *value)
{
    return setenv(name, value, 1) == 0 ? 0 : -errno;
}

int pyos_sys_unsetenv(const char *name)
{
    return unsetenv(name) == 0 ? 0 : -errno;
}
