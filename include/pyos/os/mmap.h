/* What Python's mmap.mmap(fileno, length, access=ACCESS_READ, offset=...)[:] is: bytes of a file, read as memory. */
#ifndef PYOS_OS_MMAP_H
#define PYOS_OS_MMAP_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_mmap_section;

#endif
