/* openat2(2), of Linux 5.6. */
#ifndef PYOS_SYS_OPENAT2_H
#define PYOS_SYS_OPENAT2_H

#include "pyos/base/place.h"

#include <stdint.h>

/* RESOLVE_* of include/uapi/linux/openat2.h */
enum {
    PYOS_SYS_RESOLVE_NO_MAGICLINKS = 0x02,
    PYOS_SYS_RESOLVE_BENEATH = 0x08,
    PYOS_SYS_RESOLVE_IN_ROOT = 0x10,
};

/*
 * Opens path below dir_fd, close-on-exec always. flags and mode are those of open(2), but the kernel checks them: an
 * unknown flag, or a mode where nothing is created, is -EINVAL. resolve: RESOLVE_* as above.
 * A descriptor or -errno, -ENOSYS where the kernel has none.
 */
int pyos_sys_openat2(int dir_fd, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve);

/*
 * The same in a place. On the emulated backend, resolve may confine the path further; with other rules it must stay
 * below the directory that it begins in (-EXDEV).
 */
int pyos_sys_openat2_in(struct pyos_place place, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve);

#endif
