/* What Linux has for files and Python 3.13 has not: renameat2, openat2, and statx as Python 3.15 has it. */
#ifndef PYOS_OS_LINUX_FILES_H
#define PYOS_OS_LINUX_FILES_H

#include "pyos/base/error.h"
#include "pyos/py/function.h"

/* RENAME_* of include/uapi/linux/fs.h. */
enum { PYOS_RENAME_NOREPLACE = 1, PYOS_RENAME_EXCHANGE = 2, PYOS_RENAME_WHITEOUT = 4 };

/* A file that is to have another name. The names end with NUL. */
struct pyos_rename {
    struct pyos_str src, dst;
    struct pyos_place src_place, dst_place;
    unsigned flags; /* PYOS_RENAME_*: a file system that lacks one raises EINVAL */
};

/* Raises OSError with both names. */
int pyos_os_rename(const struct pyos_rename *rename, struct pyos_error *error);

extern const struct pyos_section pyos_os_linux_files_section;

#endif
