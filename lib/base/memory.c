#include "pyos/base/memory.h"

#include <stdlib.h>

void *pyos_memory_get(size_t count, size_t size)
{
    return pyos_memory_resize(NULL, count, size);
}

void *pyos_memory_resize(void *block, size_t count, size_t size)
{
    size_t total;

    if (__builtin_mul_overflow(count, size, &total))
        return NULL;
    return realloc(block, total > 0 ? total : 1); /* of 0 bytes would free it in some libcs */
}

void pyos_memory_release(void *block)
{
    free(block);
}
