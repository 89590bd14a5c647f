/* openat2(2), of Linux 5.6. */
#ifndef PYOS_SYS_OPENAT2_H
#define PYOS_SYS_OPENAT2_H

#include <stdint.h>

/*
 * Opens path below dir_fd, close-on-exec always. flags and mode are those of open(2), but the kernel checks them: an
 * unknown flag, or a mode where nothing is created, is -EINVAL. resolve: RESOLVE_* of include/uapi/linux/openat2.h.
 * A descriptor or -errno, -ENOSYS where the kernel has none.
 */
int pyos_sys_openat2(int dir_fd, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve);

#endif
