/* Where a report is written: a new file, or a descriptor that this process was given. */
#ifndef PYOS_OS_REPORT_FILE_H
#define PYOS_OS_REPORT_FILE_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"

/* Creates the file, or empties it; *fd is close-on-exec and none of the standard three. OSError with the path. */
int pyos_os_report_create(struct pyos_str path, int *fd, struct pyos_error *error);

/* Sees that fd is open, and keeps it from children, unless it is a standard one. OSError with fd. */
int pyos_os_report_adopt(int fd, struct pyos_error *error);

#endif
