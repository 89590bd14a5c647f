#include "pyos/base/wipe.h"

#include <string.h>

void pyos_wipe(void *data, size_t size)
{
    if (size > 0)
        explicit_bzero(data, size);
}
