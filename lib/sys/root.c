#include "pyos/sys/root.h"

#include "pyos/sys/openat2.h"
#include "pyos/sys/proc_path.h"
#include "pyos/sys/statx.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int identify(int fd, struct pyos_sys_id *id)
{
    struct pyos_statx stat;
    int result = pyos_sys_fstat(fd, &stat);

    if (result == 0)
        *id = (struct pyos_sys_id){
            .dev = (uint64_t)stat.dev_major << 32 | stat.dev_minor,
            .ino = stat.ino,
            .mount = stat.mask & PYOS_STATX_MNT_ID ? stat.mnt_id : 0,
        };
    return result;
}

static bool same(const struct pyos_sys_id *a, const struct pyos_sys_id *b)
{
    return a->dev == b->dev && a->ino == b->ino && a->mount == b->mount;
}

static int open_directory(int dir_fd, const char *path)
{
    int fd = openat(dir_fd, path, O_PATH | O_DIRECTORY | O_CLOEXEC);

    return fd >= 0 ? fd : -errno;
}

/* Who may not search a directory may not have it for a root, as with chroot(2): the lookup of its own "." asks. */
static int open_root(const char *path)
{
    int named = open_directory(AT_FDCWD, path);
    int fd = named >= 0 ? open_directory(named, ".") : named;

    if (named >= 0)
        close(named);
    return fd;
}

/* Asked of a path that is there and may be opened, any refusal, EPERM too, means that the call is none here. */
static bool can_confine(int fd)
{
    int opened = pyos_sys_openat2(fd, ".", O_PATH | O_DIRECTORY, 0, PYOS_SYS_RESOLVE_IN_ROOT);

    if (opened >= 0)
        close(opened);
    return opened >= 0 || opened == -EAGAIN; /* the second: somebody renames something, somewhere */
}

/* 1: the directory fd lies below the root; 0: it does not. Goes up as far as there is a way. */
static int is_below(const struct pyos_root *root, int fd)
{
    struct pyos_sys_id id;
    int at = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    int result = at < 0 ? -errno : identify(at, &id);

    while (result == 0 && !same(&id, &root->id)) {
        struct pyos_sys_id below = id;
        int above = open_directory(at, "..");

        close(at);
        at = above;
        result = at < 0 ? at : identify(at, &id);
        if (result == 0 && same(&id, &below))
            break; /* the process's own root */
    }
    if (at >= 0)
        close(at);
    return result < 0 ? result : same(&id, &root->id);
}

int pyos_sys_root_open(struct pyos_root *root, const char *path, const struct pyos_watch *watch)
{
    int result;

    *root = (struct pyos_root){.fd = open_root(path), .watch = *watch};
    if (root->fd < 0)
        return root->fd;
    result = identify(root->fd, &root->id);
    if (result < 0)
        return result;
    root->by_kernel = can_confine(root->fd);
    root->has_proc = pyos_sys_has_proc();
    if (!root->by_kernel)
        pyos_watch_tell(&root->watch, PYOS_WATCH_WARNING, "no openat2 here: paths are walked name by name", NULL);
    root->cwd = open_directory(AT_FDCWD, ".");
    if (root->cwd < 0 || is_below(root, root->cwd) != 1 || pyos_sys_root_is(root, root->cwd) == 1)
        pyos_sys_root_enter(root, root->fd);
    umask(022);
    return 0;
}

void pyos_sys_root_enter(struct pyos_root *root, int fd)
{
    if (root->cwd >= 0 && root->cwd != root->fd)
        close(root->cwd);
    root->cwd = fd;
}

int pyos_sys_root_is(const struct pyos_root *root, int fd)
{
    struct pyos_sys_id id;
    int result = identify(fd, &id);

    return result < 0 ? result : same(&id, &root->id);
}

/* The directory is held before it is asked where it lies: nobody can put another in its place. */
int pyos_sys_root_above(const struct pyos_root *root, int fd)
{
    int at_root = pyos_sys_root_is(root, fd);
    int above;
    int result;

    if (at_root != 0)
        return at_root < 0 ? at_root : open_directory(fd, ".");
    above = open_directory(fd, "..");
    result = above < 0 ? above : is_below(root, above);
    if (result == 1)
        return above;
    if (above >= 0)
        close(above);
    return result < 0 ? result : -ENOENT;
}

/* What the kernel calls an open directory, from the root of the process: with a NUL behind it. */
static int name_of(int fd, char path[PATH_MAX + 1], size_t *size)
{
    const struct pyos_sys_proc_path link = pyos_sys_proc_path(fd);
    ssize_t n = readlink(link.text, path, PATH_MAX);

    if (n < 0)
        return -errno;
    if (n == PATH_MAX)
        return -ENAMETOOLONG;
    path[n] = '\0';
    *size = (size_t)n; /* >= 0 */
    return path[0] == '/' ? 0 : -ENOENT; /* "(unreachable)/..." */
}

/* A directory that was removed has a name still, which may by now be another's. */
static int is_removed(int fd)
{
    struct pyos_statx stat;
    int result = pyos_sys_fstat(fd, &stat);

    return result < 0 ? result : stat.nlink == 0;
}

int pyos_sys_root_path(const struct pyos_root *root, int fd, char *path, size_t capacity, size_t *size)
{
    char above[PATH_MAX + 1];
    char whole[PATH_MAX + 1];
    size_t above_size = 0;
    size_t whole_size = 0;
    int result = root->has_proc ? is_removed(fd) : -PYOS_UNCONFINED;

    if (result == 0)
        result = name_of(root->fd, above, &above_size);
    if (result == 0)
        result = name_of(fd, whole, &whole_size);
    if (result != 0)
        return result < 0 ? result : -ENOENT;
    if (above_size == 1)
        above_size = 0; /* "/" itself is part of all */
    if (whole_size < above_size || memcmp(whole, above, above_size) != 0 ||
        (whole_size > above_size && whole[above_size] != '/'))
        return -ENOENT;
    *size = whole_size > above_size ? whole_size - above_size : 1;
    if (*size >= capacity)
        return -ENAMETOOLONG;
    memcpy(path, whole_size > above_size ? whole + above_size : "/", *size);
    path[*size] = '\0';
    return 0;
}
