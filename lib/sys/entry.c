#include "pyos/sys/entry.h"

#include "pyos/sys/proc_path.h"
#include "pyos/sys/resolve.h"
#include "pyos/sys/root.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int check(long result)
{
    return result == 0 ? 0 : -errno;
}

/* Both names of a call that has two. */
struct pair {
    struct pyos_sys_spot from, to;
};

static int resolve_pair(struct pyos_place from_place, const char *from, enum pyos_sys_look look,
                        struct pyos_place to_place, const char *to, struct pair *pair)
{
    int result = pyos_sys_resolve(from_place, from, look, &pair->from);

    if (result < 0)
        return result;
    result = pyos_sys_resolve(to_place, to, PYOS_SYS_LOOK_NAME, &pair->to);
    return result < 0 ? pyos_sys_leave(&pair->from, result) : 0;
}

static int leave_pair(const struct pair *pair, int result)
{
    return pyos_sys_leave(&pair->from, pyos_sys_leave(&pair->to, result));
}

/* Links a file that was found by its descriptor, which only the privileged may do without /proc. */
static int link_file(const struct pair *pair)
{
    const struct pyos_sys_proc_path path = pyos_sys_proc_path(pair->from.fd);

    if (!pair->from.root->has_proc)
        return -PYOS_UNCONFINED;
    return check(linkat(AT_FDCWD, path.text, pair->to.fd, pair->to.name, AT_SYMLINK_FOLLOW));
}

/* What is wrong first: the kernel looks for the file, and then where its new name goes. */
static int first_fault(struct pyos_place place, const char *from, int fault)
{
    struct pyos_sys_spot spot;
    int result = pyos_sys_resolve(place, from, PYOS_SYS_LOOK_LINK, &spot);

    return result < 0 ? result : pyos_sys_leave(&spot, fault);
}

int pyos_sys_link(struct pyos_place from_place, const char *from, struct pyos_place to_place, const char *to,
                  bool follow)
{
    bool by_name = !from_place.root || (!follow && from && pyos_sys_ends_with_name(from));
    enum pyos_sys_look look = by_name ? PYOS_SYS_LOOK_NAME : follow ? PYOS_SYS_LOOK_FILE : PYOS_SYS_LOOK_LINK;
    struct pair pair;
    int result = resolve_pair(from_place, from, look, to_place, to, &pair);

    if (result < 0)
        return by_name ? first_fault(from_place, from, result) : result;
    if (by_name)
        result = check(linkat(pair.from.fd, pair.from.name, pair.to.fd, pair.to.name, follow ? AT_SYMLINK_FOLLOW : 0));
    else
        result = link_file(&pair);
    return leave_pair(&pair, result);
}

int pyos_sys_symlink(const char *target, struct pyos_place place, const char *path)
{
    struct pyos_sys_spot spot;
    int result;

    if (target[0] == '\0')
        return -ENOENT; /* which the kernel says before it looks path up */
    result = pyos_sys_resolve(place, path, PYOS_SYS_LOOK_NAME, &spot);
    if (result < 0)
        return result;
    return pyos_sys_leave(&spot, check(symlinkat(target, spot.fd, spot.name)));
}

int pyos_sys_readlink(struct pyos_place place, const char *path, char *text, size_t capacity, size_t *size)
{
    struct pyos_sys_spot spot;
    bool itself = path && path[0] == '\0' && place.fd != AT_FDCWD; /* an open link, as the kernel takes it */
    int result = pyos_sys_resolve(itself ? pyos_place_native(place.fd) : place, path, PYOS_SYS_LOOK_LINK, &spot);
    ssize_t n;

    if (result < 0)
        return result;
    n = readlinkat(spot.fd, spot.name, text, capacity);
    if (n < 0)
        result = spot.root && errno == ENOENT ? -EINVAL : -errno; /* what the kernel says of a file that is no link */
    else
        *size = (size_t)n; /* >= 0 */
    return pyos_sys_leave(&spot, result);
}

int pyos_sys_mkdir(struct pyos_place place, const char *path, uint32_t mode)
{
    struct pyos_sys_spot spot;
    int result = pyos_sys_resolve(place, path, PYOS_SYS_LOOK_NAME, &spot);

    if (result < 0)
        return result;
    return pyos_sys_leave(&spot, check(mkdirat(spot.fd, spot.name, mode)));
}

int pyos_sys_mknod(struct pyos_place place, const char *path, uint32_t mode, uint64_t device)
{
    struct pyos_sys_spot spot;
    int result;

    if (device > UINT32_MAX) /* what the kernel takes; musl would cut it */
        return -EINVAL;
    result = pyos_sys_resolve(place, path, PYOS_SYS_LOOK_NAME, &spot);
    if (result < 0)
        return result;
    return pyos_sys_leave(&spot, check(mknodat(spot.fd, spot.name, mode, device)));
}

static int remove_name(struct pyos_place place, const char *path, int flags)
{
    struct pyos_sys_spot spot;
    int result = pyos_sys_resolve(place, path, PYOS_SYS_LOOK_NAME, &spot);

    if (result < 0)
        return result;
    return pyos_sys_leave(&spot, check(unlinkat(spot.fd, spot.name, flags)));
}

int pyos_sys_unlink(struct pyos_place place, const char *path)
{
    return remove_name(place, path, 0);
}

int pyos_sys_rmdir(struct pyos_place place, const char *path)
{
    return remove_name(place, path, AT_REMOVEDIR);
}

int pyos_sys_rename(struct pyos_place from_place, const char *from, struct pyos_place to_place, const char *to,
                    unsigned flags)
{
    struct pair pair;
    int result = resolve_pair(from_place, from, PYOS_SYS_LOOK_NAME, to_place, to, &pair);
    long done;

    if (result < 0)
        return result;
    if (flags == 0) /* older kernels have this one, too */
        done = renameat(pair.from.fd, pair.from.name, pair.to.fd, pair.to.name);
    else
        done = syscall(SYS_renameat2, pair.from.fd, pair.from.name, pair.to.fd, pair.to.name, flags);
    return leave_pair(&pair, check(done));
}
