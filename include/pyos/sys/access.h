/* access(2) and faccessat2(2): what a process may do with a file. */
#ifndef PYOS_SYS_ACCESS_H
#define PYOS_SYS_ACCESS_H

#include "pyos/base/place.h"

#include <stdbool.h>

/*
 * Whether the file at path can be reached, and used as mode says, which is F_OK or R_OK, W_OK, X_OK
 * added: 0, or -errno. By the real ids, or the effective ones; follow: of what a link leads to. Where the kernel does
 * not know the newer call (before Linux 5.8), it is the permissions that tell, and no list of access or capability.
 */
int pyos_sys_access(struct pyos_place place, const char *path, int mode, bool effective_ids, bool follow);

#endif
