/* os.getcwd (manual: Files and Directories), however long the path is. */
#ifndef PYOS_OS_CWD_H
#define PYOS_OS_CWD_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"

/* Appends the path of the current directory. Raises OSError without a file name; path is then as it was. */
int pyos_os_getcwd(struct pyos_buf *path, struct pyos_error *error);

#endif
