/*
 * os.read, write, pread, readv, sendfile and their kin: bytes to and from descriptors (manual: File Descriptor
 * Operations). What Python fills by reference is given back: readv, preadv and readinto take sizes for buffers.
 */
#ifndef PYOS_OS_TRANSFER_H
#define PYOS_OS_TRANSFER_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_transfer_section;

/* readinto of Python 3.14, origin "linux" */
extern const struct pyos_section pyos_os_readinto_section;

#endif
