/* Links to the running binary. */
#ifndef PYOS_OS_LINKS_H
#define PYOS_OS_LINKS_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdbool.h>

/*
 * Makes path a link to the binary that runs, hard or symbolic. A path that leads there already is
 * left as it is; any other that exists raises FileExistsError. path ends with NUL. What is wrong with
 * the binary itself is an error of /proc/self/exe.
 */
int pyos_os_link_self(struct pyos_str path, bool symbolic, struct pyos_error *error);

#endif
