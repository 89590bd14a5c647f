#include "pyos/sys/lookup.h"

#include "pyos/base/buf.h"
#include "pyos/sys/proc_path.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

enum {
    LINKS = 40,    /* MAXSYMLINKS of include/linux/namei.h */
    TRIES = 100,   /* lookups of one path that a rename has spoiled */
    OPEN_FILE = 64, /* the size of the links in /proc/PID/fd, whatever their text */
    NOSYMFOLLOW = 0x2000, /* ST_NOSYMFOLLOW of include/linux/statfs.h */
};

/*
 * A lookup on its way. It only ever goes down, from a directory that it holds, by a name that is no link. Up is the
 * same way once more, from the start and without the last name: ".." is asked of the kernel for the start alone,
 * where pyos_sys_root_above looks whether that is still inside.
 */
struct lookup {
    const struct pyos_root *root;
    int base;             /* the caller's */
    int start;            /* where the trail begins */
    int at;               /* where it has come to; the start, when it is empty */
    struct pyos_buf trail; /* names, each ended by NUL */
    struct pyos_buf rest;  /* what is left of the path, ended by NUL */
    size_t cursor;        /* in rest */
    int links;            /* that were followed */
};

/* A name of the path, and what stands behind it. */
struct step {
    const char *name;
    bool last;  /* nothing but slashes */
    bool slash; /* one at least */
};

static void let_go(const struct lookup *lookup, int fd)
{
    if (fd >= 0 && fd != lookup->base && fd != lookup->root->fd && fd != lookup->start)
        close(fd);
}

static void move_to(struct lookup *lookup, int fd)
{
    let_go(lookup, lookup->at);
    lookup->at = fd;
}

/* The way begins again at fd. */
static void start_at(struct lookup *lookup, int fd)
{
    int start = lookup->start;

    move_to(lookup, fd);
    lookup->start = fd;
    if (start != fd)
        let_go(lookup, start);
    lookup->trail.size = 0;
}

static struct step take(struct lookup *lookup)
{
    char *text = lookup->rest.data + lookup->cursor;
    struct step step = {.name = text + strspn(text, "/")};
    char *end = lookup->rest.data + (step.name - lookup->rest.data) + strcspn(step.name, "/"); /* in the same text */

    step.slash = *end == '/';
    lookup->cursor = (size_t)(end - lookup->rest.data) + strspn(end, "/"); /* end is inside */
    step.last = lookup->rest.data[lookup->cursor] == '\0';
    *end = '\0';
    return step;
}

static int open_name(int at, const char *name, int flags)
{
    int fd = openat(at, name, O_PATH | O_NOFOLLOW | O_CLOEXEC | flags);

    return fd >= 0 ? fd : -errno;
}

/* Goes the trail again. -EAGAIN: it is not what it was. */
static int retrace(struct lookup *lookup)
{
    const char *end = lookup->trail.data + lookup->trail.size;

    move_to(lookup, lookup->start);
    for (const char *name = lookup->trail.data; name < end; name += strlen(name) + 1) {
        int fd = open_name(lookup->at, name, O_DIRECTORY);

        if (fd < 0)
            return fd == -ENOENT || fd == -ENOTDIR || fd == -ELOOP ? -EAGAIN : fd;
        move_to(lookup, fd);
    }
    return 0;
}

/* Whether it is a directory that may be searched, as the kernel asks before it looks at any name: 0 or -errno. */
static int may_search(const struct lookup *lookup)
{
    int here = open_name(lookup->at, ".", 0);

    return here < 0 ? here : close(here);
}

static int go_up(struct lookup *lookup)
{
    struct pyos_buf *trail = &lookup->trail;
    int result = may_search(lookup);
    int above;

    if (result < 0)
        return result;
    if (trail->size == 0) {
        above = pyos_sys_root_above(lookup->root, lookup->at);
        if (above >= 0)
            start_at(lookup, above);
        return above < 0 ? above : 0;
    }
    do
        trail->size--;
    while (trail->size > 0 && trail->data[trail->size - 1] != '\0');
    return retrace(lookup);
}

/*
 * Whether a link of /proc is one that the kernel follows by itself, to the root of a process or a file that it has
 * open. Those have a size that is not their text's, of open files always the same; so has /proc/self, whose text is a
 * number.
 */
static bool is_magic(const struct stat *stat, const char *text, size_t size)
{
    return stat->st_size == OPEN_FILE ||
           ((size_t)stat->st_size != size && !(text[0] >= '0' && text[0] <= '9')); /* st_size >= 0 */
}

/* fs.protected_symlinks of proc_sys_fs(5): on, too, where nobody tells. */
static bool protects_links(void)
{
    char digit = '1';
    int fd = open("/proc/sys/fs/protected_symlinks", O_RDONLY | O_CLOEXEC);

    if (fd < 0 || read(fd, &digit, 1) != 1)
        digit = '1';
    if (fd >= 0)
        close(fd);
    return digit != '0';
}

/* Whether a link at the end of a path is protected: somebody else's, in a directory where all may put some. */
static bool is_protected(int directory, const struct stat *link)
{
    const mode_t shared = S_ISVTX | S_IWOTH;
    struct stat above;

    return link->st_uid != geteuid() && fstat(directory, &above) == 0 && (above.st_mode & shared) == shared &&
           above.st_uid != link->st_uid && protects_links();
}

/* What the kernel would ask before it follows a link: 0 or -errno. */
static int check_link(const struct lookup *lookup, int fd, const struct stat *stat, const struct step *step,
                      const char *text, size_t size)
{
    struct statfs filesystem;

    if (lookup->links == LINKS)
        return -ELOOP;
    if (step->last && is_protected(lookup->at, stat))
        return -EACCES;
    if (fstatfs(fd, &filesystem) != 0)
        return -errno;
    if ((unsigned long)filesystem.f_flags & NOSYMFOLLOW) /* bits */
        return -ELOOP;
    return filesystem.f_type == PYOS_SYS_PROC && is_magic(stat, text, size) ? -ELOOP : 0;
}

/* What the link says takes its place in the path. */
static int follow(struct lookup *lookup, int fd, const struct stat *stat, const struct step *step)
{
    char text[PATH_MAX];
    ssize_t n = readlinkat(fd, "", text, sizeof text);
    struct pyos_buf rest = {0};
    int result = n > 0 ? check_link(lookup, fd, stat, step, text, (size_t)n) : n < 0 ? -errno : -ENOENT;

    if (result < 0)
        return result;
    lookup->links++;
    pyos_buf_add(&rest, text, (size_t)n); /* > 0 */
    if (step->slash)
        pyos_buf_char(&rest, '/');
    pyos_buf_text(&rest, lookup->rest.data + lookup->cursor);
    pyos_buf_char(&rest, '\0');
    pyos_buf_free(&lookup->rest);
    lookup->rest = rest;
    lookup->cursor = 0;
    if (text[0] == '/')
        start_at(lookup, lookup->root->fd);
    return rest.failed ? -ENOMEM : 0;
}

/* Goes to a name that is no "..": down, or where a link leads. */
static int go_down(struct lookup *lookup, const struct step *step)
{
    int fd = open_name(lookup->at, step->name, 0);
    struct stat stat;
    int result = 0;

    if (fd < 0)
        return fd;
    if (fstat(fd, &stat) != 0)
        result = -errno;
    else if (S_ISLNK(stat.st_mode))
        result = follow(lookup, fd, &stat, step);
    else if (!S_ISDIR(stat.st_mode))
        result = -ENOTDIR;
    if (result != 0 || !S_ISDIR(stat.st_mode)) {
        close(fd);
        return result;
    }
    if (strcmp(step->name, ".") != 0)
        pyos_buf_add(&lookup->trail, step->name, strlen(step->name) + 1);
    move_to(lookup, fd);
    return lookup->trail.failed ? -ENOMEM : 0;
}

/* Opens what the path ends with, which is no link that is to be followed. */
static int open_end(const struct lookup *lookup, const char *name, int flags, uint32_t mode)
{
    int fd;

    do
        fd = openat(lookup->at, name, flags | O_NOFOLLOW | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR);
    return fd >= 0 ? fd : -errno;
}

/* Opens the directory where the lookup is. Its own "." is only for who may search it; its descriptor's name is not. */
static int open_here(const struct lookup *lookup, int flags, uint32_t mode)
{
    const struct pyos_sys_proc_path path = pyos_sys_proc_path(lookup->at);
    int fd = open_end(lookup, ".", flags, mode);

    if (fd != -EACCES || !lookup->root->has_proc)
        return fd;
    fd = open(path.text, (flags & ~O_NOFOLLOW) | O_CLOEXEC, mode);
    return fd >= 0 ? fd : -errno;
}

static bool follows(int flags)
{
    return !(flags & O_NOFOLLOW) && (flags & (O_CREAT | O_EXCL)) != (O_CREAT | O_EXCL);
}

/* Looks at the last name, where a link there is followed. 0 or -errno; *fd is -1 where there is none, or none yet. */
static int look_at_end(const struct lookup *lookup, const struct step *step, int flags, int *fd, struct stat *stat)
{
    int found = open_name(lookup->at, step->name, 0);

    *fd = -1;
    if (found < 0)
        return found == -ENOENT && flags & O_CREAT ? 0 : found;
    *fd = found;
    return fstat(found, stat) == 0 ? 0 : -errno;
}

/*
 * The last name: a link sends the lookup on, which *opened = -1 says; else *opened is the file. With O_PATH that is
 * what was looked at; any other is opened once more, and -EAGAIN where it has changed by then. 0 or -errno.
 */
static int end(struct lookup *lookup, const struct step *step, int flags, uint32_t mode, int *opened)
{
    struct stat stat = {0};
    int fd = -1;
    int result = follows(flags) ? look_at_end(lookup, step, flags, &fd, &stat) : 0;

    *opened = -1;
    if (result == 0 && S_ISLNK(stat.st_mode)) {
        result = follow(lookup, fd, &stat, step);
    } else if (result == 0 && fd >= 0 && flags & O_PATH) {
        if (!(flags & O_DIRECTORY) || S_ISDIR(stat.st_mode)) {
            *opened = fd;
            return 0;
        }
        result = -ENOTDIR;
    } else if (result == 0) {
        *opened = open_end(lookup, step->name, flags, mode);
        result = *opened < 0 ? *opened : 0;
        if (follows(flags) && (result == -ELOOP || (result == -ENOTDIR && S_ISDIR(stat.st_mode))))
            result = -EAGAIN; /* it has become a link by now */
    }
    if (fd >= 0)
        close(fd);
    return result;
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* A slash at the end asks for a directory; where one is created, that is left to what the kernel says of dots. */
static int flags_before(const struct step *step, int flags)
{
    return step->slash && !(flags & O_CREAT) ? (flags & ~O_NOFOLLOW) | O_DIRECTORY : flags;
}

/* Goes the whole way. A descriptor or -errno. */
static int go(struct lookup *lookup, int flags, uint32_t mode)
{
    for (;;) {
        struct step step = take(lookup);
        int opened = -1;
        int result;

        if (step.name[0] == '\0')
            return open_here(lookup, flags, mode);
        if (step.last && step.slash && flags & O_CREAT && !is_dots(step.name)) {
            result = may_search(lookup);
            return result < 0 ? result : -EISDIR;
        }
        if (strcmp(step.name, "..") == 0)
            result = go_up(lookup);
        else if (step.last)
            result = end(lookup, &step, flags_before(&step, flags), mode, &opened);
        else
            result = go_down(lookup, &step);
        if (result < 0 || opened >= 0)
            return result < 0 ? result : opened;
    }
}

static int look_up(const struct pyos_root *root, int base, const char *path, int flags, uint32_t mode)
{
    int start = path[0] == '/' ? root->fd : base;
    struct lookup lookup = {.root = root, .base = base, .start = start, .at = start};
    int result = -ENOMEM;

    pyos_buf_text(&lookup.rest, path);
    pyos_buf_char(&lookup.rest, '\0');
    if (!lookup.rest.failed)
        result = go(&lookup, flags, mode);
    start_at(&lookup, root->fd);
    pyos_buf_free(&lookup.trail);
    pyos_buf_free(&lookup.rest);
    return result;
}

/* Whether no path at all may be opened so: the kernel says that before it looks any up. */
static bool are_wrong(int flags, uint32_t mode)
{
    return openat(AT_FDCWD, "", flags | O_CLOEXEC, mode) < 0 && errno == EINVAL;
}

int pyos_sys_lookup(const struct pyos_root *root, int base, const char *path, int flags, uint32_t mode)
{
    int result = path[0] == '\0' ? -ENOENT : -EAGAIN;

    for (int i = 0; i < TRIES && result == -EAGAIN; i++)
        result = look_up(root, base, path, flags, mode);
    return result < 0 && are_wrong(flags, mode) ? -EINVAL : result;
}
