/* os.getcwd, chdir, fchdir (manual: Process Parameters); os.getcwdb, chroot (Files and Directories). */
#ifndef PYOS_OS_CWD_H
#define PYOS_OS_CWD_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/py/function.h"

/*
 * Appends the path of the current directory, however long it is. Raises OSError without a file name; path is then as
 * it was.
 */
int pyos_os_getcwd(struct pyos_root *root, struct pyos_buf *path, struct pyos_error *error);

extern const struct pyos_section pyos_os_cwd_section;
extern const struct pyos_section pyos_os_root_section;

#endif
