/*
 * os.pathconf, pathconf_names (manual: Files and Directories), os.fpathconf (File Descriptor Operations). The answers
 * are those of glibc, which has them from the kind of the file system; musl's are the same for all files.
 */
#ifndef PYOS_OS_PATHCONF_H
#define PYOS_OS_PATHCONF_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_pathconf_section;
extern const struct pyos_section pyos_os_fpathconf_section;

#endif
