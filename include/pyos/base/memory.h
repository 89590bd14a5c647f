/*
 * The one door to the heap. Every allocation of pyos passes here, so that a test can make each of
 * them fail in turn, and sizes are multiplied with a check.
 */
#ifndef PYOS_BASE_MEMORY_H
#define PYOS_BASE_MEMORY_H

#include <stddef.h>

/* Room for count items of size bytes, not cleared. NULL when there is none or the product overflows. */
void *pyos_memory_get(size_t count, size_t size);

/* The same block with room for count items; NULL leaves the old block as it was. */
void *pyos_memory_resize(void *block, size_t count, size_t size);

void pyos_memory_release(void *block);

#endif
