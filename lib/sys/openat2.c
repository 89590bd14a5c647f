#include "pyos/sys/openat2.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { OPENAT2 = 437 }; /* on every machine, and newer than some libcs */

/* struct open_how of include/uapi/linux/openat2.h */
struct how {
    uint64_t flags;
    uint64_t mode;
    uint64_t resolve;
};

int pyos_sys_openat2(int dir_fd, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve)
{
    const struct how how = {flags | O_CLOEXEC, mode, resolve};
    long fd;

    do
        fd = syscall(OPENAT2, dir_fd, path, &how, sizeof how);
    while (fd < 0 && errno == EINTR);
    return fd >= 0 ? (int)fd : -errno; /* a descriptor is an int */
}
