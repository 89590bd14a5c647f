/*
 * A path looked up below a root, name by name, where the kernel has no call that would: path_resolution(7), but that
 * an absolute link begins at the root, ".." ends there, and the magic links of proc_pid(5) lead nowhere (-ELOOP), as
 * with RESOLVE_IN_ROOT and RESOLVE_NO_MAGICLINKS of openat2(2).
 */
#ifndef PYOS_SYS_LOOKUP_H
#define PYOS_SYS_LOOKUP_H

#include "pyos/sys/root.h"

#include <stdint.h>

/*
 * Opens path as openat(2) does, close-on-exec, by flags and a mode that openat2(2) would take; a relative one is
 * relative to base, a directory below the root. A descriptor or -errno; -EAGAIN: somebody renames its directories all
 * the time.
 */
int pyos_sys_lookup(const struct pyos_root *root, int base, const char *path, int flags, uint32_t mode);

#endif
