#include "pyos/os/configuration.h"

#include "pyos/py/constant.h"

int pyos_os_configuration(const struct pyos_named *names, const struct pyos_configuration *wanted, int *number,
                          struct pyos_error *error)
{
    *number = wanted->number;
    if (!wanted->name.data)
        return 0;
    for (size_t i = 0; i < names->count; i++)
        if (pyos_str_equal(pyos_str(names->items[i].name), wanted->name)) {
            *number = (int)names->items[i].value; /* an int in C's headers */
            return 0;
        }
    return pyos_error_say(error, PYOS_VALUEERROR, "unrecognized configuration name");
}
