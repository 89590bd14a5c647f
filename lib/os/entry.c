#include "pyos/os/entry.h"

#include "pyos/sys/entry.h"

#include <limits.h>
#include <sys/stat.h>

struct arguments {
    struct pyos_pathname path;
    struct pyos_mode mode;
    uint64_t device;
    struct pyos_dir_fd dir_fd;
};

/* Of those that have two paths. */
struct pair {
    struct pyos_pathname src;
    struct pyos_pathname dst;
    bool target_is_directory;
    bool follow_symlinks;
    struct pyos_dir_fd dir_fd;
    struct pyos_dir_fd src_dir_fd;
    struct pyos_dir_fd dst_dir_fd;
};

static const struct arguments defaults = {.dir_fd = {PYOS_DIR_FD_NONE}};
static const struct arguments mkdir_defaults = {.mode = {.bits = 0777}, .dir_fd = {PYOS_DIR_FD_NONE}};
static const struct arguments mkfifo_defaults = {.mode = {.bits = 0666}, .dir_fd = {PYOS_DIR_FD_NONE}};
static const struct arguments mknod_defaults = {.mode = {.bits = 0600}, .dir_fd = {PYOS_DIR_FD_NONE}};
static const struct pair pair_defaults = {
    .follow_symlinks = true,
    .dir_fd = {PYOS_DIR_FD_NONE},
    .src_dir_fd = {PYOS_DIR_FD_NONE},
    .dst_dir_fd = {PYOS_DIR_FD_NONE},
};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define PAIR(member) PYOS_PARAM(struct pair, member)
#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define PATH {PARAM(path), POSITIONAL}
#define MODE(value) {PARAM(mode), POSITIONAL, .left_out = value}
#define UNDER(param) {param, .metavar = "N", .left_out = "None", .doc = "a path is relative to this open directory"}
#define DIR_FD UNDER(PARAM(dir_fd))
#define SRC {PAIR(src), POSITIONAL}
#define DST {PAIR(dst), POSITIONAL}
#define DIR_FDS UNDER(PAIR(src_dir_fd)), UNDER(PAIR(dst_dir_fd))

static const struct pyos_param path_params[] = {PATH, DIR_FD};
static const struct pyos_param mkdir_params[] = {PATH, MODE("511"), DIR_FD};
static const struct pyos_param mkfifo_params[] = {PATH, MODE("438"), DIR_FD};
static const struct pyos_param mknod_params[] = {
    PATH,
    MODE("384"),
    {PYOS_PARAM_AS(struct arguments, device, "device", PYOS_TYPE_DEVICE), POSITIONAL, .left_out = "0"},
    DIR_FD,
};
static const struct pyos_param rename_params[] = {SRC, DST, DIR_FDS};
static const struct pyos_param link_params[] = {
    SRC,
    DST,
    DIR_FDS,
    {PAIR(follow_symlinks), .letter = 'P', .flags = PYOS_PARAM_NEGATIVE, .doc = "a link itself is linked",
     .left_out = "True"},
};
static const struct pyos_param symlink_params[] = {
    SRC,
    DST,
    {PAIR(target_is_directory), POSITIONAL, .doc = "means nothing here", .left_out = "False"},
    UNDER(PAIR(dir_fd)),
};

/* As CPython: link(2) itself is called where nothing is asked for, and on Linux it does not follow. */
static int run_link(struct pyos_call *call)
{
    const struct pair *given = call->arguments;
    bool plain = given->src_dir_fd.value == PYOS_DIR_FD_NONE && given->dst_dir_fd.value == PYOS_DIR_FD_NONE;
    int result = pyos_sys_link(pyos_call_place(call, given->src_dir_fd), given->src.text.data,
                               pyos_call_place(call, given->dst_dir_fd), given->dst.text.data,
                               given->follow_symlinks && !plain);

    return pyos_call_of_names(call, result, &given->src, &given->dst);
}

static int run_symlink(struct pyos_call *call)
{
    const struct pair *given = call->arguments;
    int result = pyos_sys_symlink(given->src.text.data, pyos_call_place(call, given->dir_fd), given->dst.text.data);

    return pyos_call_of_names(call, result, &given->src, &given->dst);
}

static int run_rename(struct pyos_call *call)
{
    const struct pair *given = call->arguments;
    int result = pyos_sys_rename(pyos_call_place(call, given->src_dir_fd), given->src.text.data,
                                 pyos_call_place(call, given->dst_dir_fd), given->dst.text.data, 0);

    return pyos_call_of_names(call, result, &given->src, &given->dst);
}

/* No link of Linux leads to a longer path than PATH_MAX. */
static int run_readlink(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_place place = pyos_call_place(call, given->dir_fd);
    char text[PATH_MAX];
    size_t size;
    int result = pyos_sys_readlink(place, given->path.text.data, text, sizeof text, &size);

    if (result < 0)
        return pyos_call_of_name(call, result, &given->path);
    call->bytes = given->path.bytes;
    call->result.str = (struct pyos_str){pyos_arena_copy(call->arena, text, size), size};
    return call->result.str.data ? 0 : pyos_error_memory(call->error);
}

static int run_mkdir(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int result = pyos_sys_mkdir(pyos_call_place(call, given->dir_fd), given->path.text.data, given->mode.bits);

    return pyos_call_of_name(call, result, &given->path);
}

static int make_node(struct pyos_call *call, uint32_t type)
{
    const struct arguments *given = call->arguments;
    int result = pyos_sys_mknod(pyos_call_place(call, given->dir_fd), given->path.text.data, type | given->mode.bits,
                                given->device);

    return pyos_call_none(call, result); /* without the path, as in Python */
}

static int run_mkfifo(struct pyos_call *call)
{
    return make_node(call, S_IFIFO);
}

/* A device leads to what the system has, wherever its name is: a disk, with every file that is outside of the root. */
static int run_mknod(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    if (call->root && (S_ISCHR(given->mode.bits) || S_ISBLK(given->mode.bits)))
        return pyos_error_say(call->error, PYOS_NOTIMPLEMENTEDERROR,
                              "mknod: refused by the emulated backend: devices cannot be confined");
    return make_node(call, 0);
}

static int run_unlink(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int result = pyos_sys_unlink(pyos_call_place(call, given->dir_fd), given->path.text.data);

    return pyos_call_of_name(call, result, &given->path);
}

static int run_rmdir(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int result = pyos_sys_rmdir(pyos_call_place(call, given->dir_fd), given->path.text.data);

    return pyos_call_of_name(call, result, &given->path);
}

#define ROWS(params_, defaults_) \
    .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof defaults_, .defaults = &defaults_
#define NONE .result = PYOS_TYPE_NONE
#define DIR_FD_TOO .flags = PYOS_FUNCTION_SUPPORTS_DIR_FD

static const struct pyos_function functions[] = {
    {.name = "link", .doc = "Makes DST a hard link to SRC.", ROWS(link_params, pair_defaults), NONE,
     .flags = PYOS_FUNCTION_SUPPORTS_DIR_FD | PYOS_FUNCTION_SUPPORTS_FOLLOW_SYMLINKS,
     .emulation = PYOS_EMULATED, .run = run_link},
    {.name = "mkdir", .doc = "Makes a directory; its mode is what the umask leaves of MODE.",
     ROWS(mkdir_params, mkdir_defaults), NONE, DIR_FD_TOO, .emulation = PYOS_EMULATED, .run = run_mkdir},
    {.name = "mkfifo", .doc = "Makes a named pipe; its mode is what the umask leaves of MODE.",
     ROWS(mkfifo_params, mkfifo_defaults), NONE, DIR_FD_TOO, .emulation = PYOS_EMULATED, .run = run_mkfifo},
    {.name = "mknod", .doc = "Makes a file, a named pipe or a device: MODE has its type too, such as S_IFIFO.",
     ROWS(mknod_params, mknod_defaults), NONE, DIR_FD_TOO, .emulation = PYOS_EMULATED, .run = run_mknod},
    {.name = "readlink", .doc = "Where a symbolic link leads to.", ROWS(path_params, defaults),
     .result = PYOS_TYPE_STR, DIR_FD_TOO, .emulation = PYOS_EMULATED, .run = run_readlink},
    {.name = "remove", .doc = "Removes a file, which is no directory.", ROWS(path_params, defaults), NONE,
     .emulation = PYOS_EMULATED, .run = run_unlink},
    {.name = "rename", .doc = "Gives a file another name, and replaces what has that name.",
     ROWS(rename_params, pair_defaults), NONE, DIR_FD_TOO, .emulation = PYOS_EMULATED, .run = run_rename},
    {.name = "replace", .doc = "The same as rename.", ROWS(rename_params, pair_defaults), NONE,
     .emulation = PYOS_EMULATED, .run = run_rename},
    {.name = "rmdir", .doc = "Removes an empty directory.", ROWS(path_params, defaults), NONE, DIR_FD_TOO,
     .emulation = PYOS_EMULATED, .run = run_rmdir},
    {.name = "symlink", .doc = "Makes DST a symbolic link that leads to SRC.", ROWS(symlink_params, pair_defaults),
     NONE, DIR_FD_TOO, .emulation = PYOS_EMULATED, .run = run_symlink},
    {.name = "unlink", .doc = "The same as remove.", ROWS(path_params, defaults), NONE, DIR_FD_TOO,
     .emulation = PYOS_EMULATED, .run = run_unlink},
};

const struct pyos_section pyos_os_entry_section = {
    "Files and Directories", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
