#include "pyos/os/cwd.h"

#include "pyos/os/conflict.h"
#include "pyos/os/descent.h"
#include "pyos/os/listing.h"
#include "pyos/sys/file.h"
#include "pyos/sys/path.h"
#include "pyos/sys/root.h"
#include "pyos/sys/statx.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/sysmacros.h>

/* On the way up from the current directory: where it has come to, and the path down from there, backwards. */
struct climb {
    const struct pyos_root *root; /* where it ends; NULL: the process's own */
    int fd;
    struct pyos_file_id id;
    struct pyos_buf backwards;
    struct pyos_listing listing;
};

static bool is_at(int dir_fd, const char *name, const struct pyos_file_id *id)
{
    struct pyos_statx stat;

    return pyos_sys_stat(pyos_place_native(dir_fd), name, 0, &stat) == 0 && stat.ino == id->ino &&
           makedev(stat.dev_major, stat.dev_minor) == id->dev;
}

/* The entry of the parent that is the directory. Its inode tells; only that of a mount point does not. */
static const struct pyos_entry *find_entry(const struct climb *climb, int parent)
{
    for (int every = 0; every < 2; every++)
        for (size_t i = 0; i < climb->listing.count; i++) {
            const struct pyos_entry *entry = &climb->listing.entries[i];

            if ((every || entry->inode == climb->id.ino) && is_at(parent, entry->name, &climb->id))
                return entry;
        }
    return NULL;
}

static int put_name(struct climb *climb, int parent)
{
    const struct pyos_entry *entry = find_entry(climb, parent);

    if (!entry)
        return -ENOENT;
    for (size_t i = entry->length; i > 0; i--)
        pyos_buf_char(&climb->backwards, entry->name[i - 1]);
    pyos_buf_char(&climb->backwards, '/');
    return climb->backwards.failed ? -ENOMEM : 0;
}

/* The directory above, to be read. Nothing is read that lies above the root: -ENOENT. */
static int open_above(const struct climb *climb)
{
    int above;
    int fd;

    if (!climb->root)
        return pyos_sys_open(pyos_place_native(climb->fd), "..", O_RDONLY | O_DIRECTORY);
    above = pyos_sys_root_above(climb->root, climb->fd);
    if (above < 0)
        return above;
    fd = pyos_sys_open(pyos_place_native(above), ".", O_RDONLY | O_DIRECTORY);
    pyos_sys_close(above);
    return fd;
}

/* Goes one directory up. 1, 0 where it was the root, or -errno. */
static int go_up(struct climb *climb)
{
    static const struct pyos_listing_options as_it_is = {0};
    struct pyos_file_id id;
    int parent;
    int result = climb->root ? pyos_sys_root_is(climb->root, climb->fd) : 0;

    if (result != 0)
        return result < 0 ? result : 0;
    parent = open_above(climb);
    if (parent < 0)
        return parent;
    result = pyos_descent_identify(parent, &id);
    if (result == 0 && id.dev == climb->id.dev && id.ino == climb->id.ino) {
        pyos_sys_close(parent);
        return 0;
    }
    if (result == 0)
        result = pyos_listing_read(&climb->listing, parent, &as_it_is);
    if (result == 0)
        result = put_name(climb, parent);
    pyos_sys_close(climb->fd);
    climb->fd = parent;
    climb->id = id;
    return result == 0 ? 1 : result;
}

/*
 * The kernel has no path longer than PATH_MAX, and without /proc none from another root: this finds each name in the
 * directory above, as glibc does.
 */
static int climb_to_root(struct pyos_root *root, struct pyos_buf *path)
{
    struct climb climb = {.root = root, .fd = pyos_sys_open(pyos_place_here(root), ".", O_PATH | O_DIRECTORY)};
    int result;

    if (climb.fd < 0)
        return climb.fd;
    result = pyos_descent_identify(climb.fd, &climb.id);
    if (result == 0)
        do
            result = go_up(&climb);
        while (result > 0);
    pyos_sys_close(climb.fd);
    if (result == 0 && climb.backwards.size == 0)
        pyos_buf_char(path, '/');
    for (size_t i = climb.backwards.size; result == 0 && i > 0; i--)
        pyos_buf_char(path, climb.backwards.data[i - 1]);
    pyos_buf_free(&climb.backwards);
    pyos_listing_free(&climb.listing);
    return result;
}

int pyos_os_getcwd(struct pyos_root *root, struct pyos_buf *path, struct pyos_error *error)
{
    char *text = pyos_buf_reserve(path, PATH_MAX);
    size_t size = 0;
    int result = text ? pyos_sys_getcwd(root, text, PATH_MAX, &size) : -ENOMEM;

    path->size += size;
    if (result == -ENAMETOOLONG || result == -PYOS_UNCONFINED)
        result = climb_to_root(root, path);
    if (result == 0 && path->failed)
        result = -ENOMEM;
    return result < 0 ? pyos_error_os(error, -result) : 0;
}

/* ---- the rows */

struct arguments {
    struct pyos_path path;
};

struct fd_arguments {
    struct pyos_fildes fd;
};

struct root_arguments {
    struct pyos_pathname path;
};

#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL

static const struct pyos_param chdir_params[] = {{PYOS_PARAM(struct arguments, path), POSITIONAL}};
static const struct pyos_param fchdir_params[] = {{PYOS_PARAM(struct fd_arguments, fd), POSITIONAL}};
static const struct pyos_param chroot_params[] = {{PYOS_PARAM(struct root_arguments, path), POSITIONAL}};

static int run_chdir(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int result = pyos_path_is_open(&given->path) ? pyos_sys_fchdir(call->root, given->path.fd)
                                                 : pyos_sys_chdir(call->root, given->path.name.data);

    return pyos_call_of_path(call, result, &given->path);
}

static int run_fchdir(struct pyos_call *call)
{
    const struct fd_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_fchdir(call->root, given->fd.value));
}

static int run_chroot(struct pyos_call *call)
{
    const struct root_arguments *given = call->arguments;

    return pyos_call_of_name(call, pyos_sys_chroot(given->path.text.data), &given->path);
}

/* Of both: the struct of bytes is its str. */
static int run_getcwd(struct pyos_call *call)
{
    struct pyos_buf path = {0};

    if (pyos_os_getcwd(call->root, &path, call->error) == 0)
        return pyos_call_take(call, &path, &call->result.str);
    pyos_buf_free(&path);
    return -1;
}

#define ROWS(params_) .params = params_, .count = 1

static const char own[] = "the current directory is its own";

static const struct pyos_function cwd_functions[] = {
    {.name = "chdir", .doc = "Makes a directory the current one.", ROWS(chdir_params),
     .size = sizeof(struct arguments), .result = PYOS_TYPE_NONE,
     .flags = PYOS_FUNCTION_SUPPORTS_FD | PYOS_FUNCTION_INSIDE,
     .emulation = PYOS_EMULATED, .reason = own, .run = run_chdir},
    {.name = "fchdir", .doc = "Makes an open directory the current one.", ROWS(fchdir_params),
     .size = sizeof(struct fd_arguments), .result = PYOS_TYPE_NONE, .flags = PYOS_FUNCTION_INSIDE,
     .emulation = PYOS_EMULATED, .reason = own, .run = run_fchdir},
    {.name = "getcwd", .doc = "The path of the current directory.", .result = PYOS_TYPE_STR,
     .emulation = PYOS_EMULATED, .reason = own, .run = run_getcwd},
};

static const struct pyos_function root_functions[] = {
    {.name = "chroot", .doc = "Makes a directory the root; the current directory stays where it is.",
     ROWS(chroot_params), .size = sizeof(struct root_arguments), .result = PYOS_TYPE_NONE,
     .flags = PYOS_FUNCTION_INSIDE, .reason = "a root of its own is what --root gives", .run = run_chroot},
    {.name = "getcwdb", .doc = "The path of the current directory, as bytes.", .result = PYOS_TYPE_BYTES,
     .emulation = PYOS_EMULATED, .reason = own, .run = run_getcwd},
};

const struct pyos_section pyos_os_cwd_section = {
    "Process Parameters", NULL, cwd_functions, sizeof cwd_functions / sizeof *cwd_functions, NULL,
};
const struct pyos_section pyos_os_root_section = {
    "Files and Directories", NULL, root_functions, sizeof root_functions / sizeof *root_functions, NULL,
};
