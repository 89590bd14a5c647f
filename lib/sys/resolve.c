#include "pyos/sys/resolve.h"

#include "pyos/sys/lookup.h"
#include "pyos/sys/openat2.h"
#include "pyos/sys/root.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

enum {
    TRIES = 100, /* of a path that a rename has spoiled, or anyone's rename of a directory: the kernel is careful */
    PERMISSIONS = 07777,
};

/* open(2) ignores what openat2(2) refuses. */
static int known_flags(int flags)
{
    const int of_paths = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    const int all = O_ACCMODE | O_CREAT | O_EXCL | O_NOCTTY | O_TRUNC | O_APPEND | O_NONBLOCK | O_SYNC | O_DSYNC |
                    O_ASYNC | O_DIRECT | O_LARGEFILE | O_NOATIME | O_TMPFILE | of_paths;

    return flags & (flags & O_PATH ? of_paths : all);
}

static uint32_t known_mode(int flags, uint32_t mode)
{
    return flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE ? mode & PERMISSIONS : 0;
}

/*
 * The kernel's own way. From the root it goes anywhere inside; from another directory only as long as the path stays
 * below that (-EXDEV), since it knows no more than one end of the world.
 */
static int open_by_kernel(const struct pyos_root *root, int base, const char *path, int flags, uint32_t mode)
{
    const uint64_t resolve = PYOS_SYS_RESOLVE_NO_MAGICLINKS |
                             (base == root->fd ? PYOS_SYS_RESOLVE_IN_ROOT : PYOS_SYS_RESOLVE_BENEATH);
    int fd = -EAGAIN;

    for (int i = 0; i < TRIES && fd == -EAGAIN; i++)
        fd = pyos_sys_openat2(base, path, (uint64_t)flags, mode, resolve); /* bits */
    return fd;
}

/*
 * Whether the kernel may have stopped where a lookup goes on: at the directory where it began, or at somebody's rename.
 * Before it says -EXDEV of a ".." it goes the whole way again, and counts all links twice: then it says -ELOOP.
 */
static bool may_go_on(const struct pyos_root *root, int base, int result)
{
    return result == -EXDEV || result == -EAGAIN || (result == -ELOOP && base != root->fd);
}

static int open_below(struct pyos_place place, const char *path, int flags, uint32_t mode)
{
    const struct pyos_root *root = place.root;
    int base = path[0] == '/' ? root->fd : place.fd == AT_FDCWD ? root->cwd : place.fd;
    int fd = -EXDEV;

    flags = known_flags(flags);
    mode = known_mode(flags, mode);
    if (root->by_kernel)
        fd = open_by_kernel(root, base, path, flags, mode);
    if (!may_go_on(root, base, fd)) {
        pyos_watch_tell(&root->watch, PYOS_WATCH_DEBUG, "looked up by openat2", path);
        return fd;
    }
    pyos_watch_tell(&root->watch, PYOS_WATCH_DEBUG, "looked up name by name", path);
    return pyos_sys_lookup(root, base, path, flags, mode);
}

static int open_natively(int dir_fd, const char *path, int flags, uint32_t mode)
{
    int fd;

    do
        fd = openat(dir_fd, path, flags | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR);
    return fd >= 0 ? fd : -errno;
}

int pyos_sys_resolve_open(struct pyos_place place, const char *path, int flags, uint32_t mode)
{
    if (!place.root)
        return open_natively(place.fd, path, flags, mode);
    if (!path || strlen(path) >= PATH_MAX)
        return path ? -ENAMETOOLONG : -EFAULT;
    return open_below(place, path, flags, mode);
}

/* Where the last name begins, which slashes may follow; of "/" alone that is all. */
static size_t last_name(const char *path)
{
    size_t end = strlen(path);

    while (end > 0 && path[end - 1] == '/')
        end--;
    while (end > 0 && path[end - 1] != '/')
        end--;
    return end;
}

bool pyos_sys_ends_with_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;

    return name[0] != '\0' && strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

/*
 * The directory of the last name is opened, and the kernel takes the name from there: it refuses ".", ".." and "/" as
 * names before it looks anything up. The directory's own "." ends its path, so that a link there stays what it was, one
 * on the way: the kernel is stricter with those at the end (protected_symlinks of proc_sys_fs(5)).
 */
static int resolve_name(struct pyos_place place, const char *path, struct pyos_sys_spot *spot)
{
    char directory[PATH_MAX];
    size_t begin = path ? last_name(path) : 0;
    size_t size = begin;
    int fd;

    if (!path || strlen(path) >= PATH_MAX)
        return path ? -ENAMETOOLONG : -EFAULT;
    if (path[0] == '\0')
        return -ENOENT;
    if (path[0] == '/' && begin == 0)
        size = 1; /* nothing but slashes: no directory of the place is asked */
    memcpy(directory, path, size); /* the rest of the path, or PATH_MAX, leaves room for what follows */
    memcpy(directory + size, ".", sizeof ".");
    fd = pyos_sys_resolve_open(place, directory, O_PATH | O_DIRECTORY, 0);
    *spot = (struct pyos_sys_spot){.root = place.root, .fd = fd, .name = path + begin};
    return fd < 0 ? fd : 0;
}

static int resolve_file(struct pyos_place place, const char *path, int flags, struct pyos_sys_spot *spot)
{
    int fd = pyos_sys_resolve_open(place, path, O_PATH | flags, 0);

    *spot = (struct pyos_sys_spot){.root = place.root, .fd = fd, .name = "", .flags = AT_EMPTY_PATH};
    return fd < 0 ? fd : 0;
}

int pyos_sys_resolve(struct pyos_place place, const char *path, enum pyos_sys_look look, struct pyos_sys_spot *spot)
{
    if (!place.root) {
        *spot = (struct pyos_sys_spot){NULL, place.fd, path, look == PYOS_SYS_LOOK_LINK ? AT_SYMLINK_NOFOLLOW : 0};
        return 0;
    }
    if (look == PYOS_SYS_LOOK_NAME)
        return resolve_name(place, path, spot);
    return resolve_file(place, path, look == PYOS_SYS_LOOK_LINK ? O_NOFOLLOW : 0, spot);
}

int pyos_sys_leave(const struct pyos_sys_spot *spot, int result)
{
    if (spot->root)
        close(spot->fd);
    return result;
}
