/*
 * os.fsync, ftruncate, fchmod, lockf, posix_fallocate and their kin: the file that is open as a descriptor (manual:
 * File Descriptor Operations).
 */
#ifndef PYOS_OS_STORAGE_H
#define PYOS_OS_STORAGE_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_storage_section;

#endif
