/*
 * os.access, chmod, chown, lchown, truncate, utime: what an inode holds, and who may use it (manual: Files and
 * Directories).
 */
#ifndef PYOS_OS_INODE_H
#define PYOS_OS_INODE_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_inode_section;

#endif
