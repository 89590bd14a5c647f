#include "pyos/sys/openat2.h"

#include "pyos/sys/resolve.h"
#include "pyos/sys/root.h"

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

int pyos_sys_openat2_in(struct pyos_place place, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve)
{
    const struct pyos_root *root = place.root;
    int base;

    if (!root)
        return pyos_sys_openat2(place.fd, path, flags, mode, resolve);
    if (resolve == 0)
        return pyos_sys_resolve_open(place, path, (int)flags, (uint32_t)mode); /* bits of open(2) */
    if (!root->by_kernel)
        return -PYOS_UNCONFINED;
    base = place.fd == AT_FDCWD ? root->cwd : place.fd;
    if (resolve & (PYOS_SYS_RESOLVE_BENEATH | PYOS_SYS_RESOLVE_IN_ROOT))
        return pyos_sys_openat2(base, path, flags, mode, resolve);
    if (path && path[0] == '/')
        base = root->fd;
    resolve |= base == root->fd ? PYOS_SYS_RESOLVE_IN_ROOT : PYOS_SYS_RESOLVE_BENEATH;
    return pyos_sys_openat2(base, path, flags, mode, resolve);
}
