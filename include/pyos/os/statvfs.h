/* os.statvfs, sync (manual: Files and Directories), os.fstatvfs (File Descriptor Operations). */
#ifndef PYOS_OS_STATVFS_H
#define PYOS_OS_STATVFS_H

#include "pyos/base/error.h"
#include "pyos/py/function.h"
#include "pyos/sys/filesystem.h"

/* os.statvfs_result, of struct pyos_sys_filesystem. */
extern const struct pyos_record pyos_statvfs_record;

/* os.statvfs of a path that ends with NUL. Raises OSError with the path. */
int pyos_os_statvfs(struct pyos_place place, struct pyos_str path, struct pyos_sys_filesystem *filesystem,
                    struct pyos_error *error);

extern const struct pyos_section pyos_os_statvfs_section;
extern const struct pyos_section pyos_os_fstatvfs_section;

#endif
