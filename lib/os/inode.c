#include "pyos/os/inode.h"

#include "pyos/os/conflict.h"
#include "pyos/sys/access.h"
#include "pyos/sys/inode.h"

#include <errno.h>
#include <time.h>

/* Of chmod, chown, truncate, utime: each takes its own. */
struct arguments {
    struct pyos_path path;
    struct pyos_mode mode;
    struct pyos_uid uid;
    struct pyos_gid gid;
    int64_t length;
    struct pyos_times times;
    struct pyos_times ns;
    struct pyos_dir_fd dir_fd;
    bool follow_symlinks;
};

/* Of those that take no descriptor for the path: access, lchown. */
struct named {
    struct pyos_pathname path;
    int mode;
    struct pyos_uid uid;
    struct pyos_gid gid;
    struct pyos_dir_fd dir_fd;
    bool effective_ids;
    bool follow_symlinks;
};

static const struct arguments defaults = {.dir_fd = {PYOS_DIR_FD_NONE}, .follow_symlinks = true};
static const struct named named_defaults = {.dir_fd = {PYOS_DIR_FD_NONE}, .follow_symlinks = true};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define NAMED(member) PYOS_PARAM(struct named, member)
#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define DIR_FD(param) {param, .metavar = "N", .left_out = "None", .doc = "a path is relative to this open directory"}
#define FOLLOW_SYMLINKS(param, value) \
    {param, .letter = 'P', .flags = PYOS_PARAM_NEGATIVE, .doc = "of a link itself", .left_out = value}

static const struct pyos_param access_params[] = {
    {NAMED(path), POSITIONAL},
    {NAMED(mode), POSITIONAL},
    DIR_FD(NAMED(dir_fd)),
    {NAMED(effective_ids), .left_out = "False", .doc = "by the effective ids, not the real ones"},
    FOLLOW_SYMLINKS(NAMED(follow_symlinks), "True"),
};
static const struct pyos_param chmod_params[] = {
    {PARAM(path), POSITIONAL},
    {PARAM(mode), POSITIONAL},
    DIR_FD(PARAM(dir_fd)),
    FOLLOW_SYMLINKS(PARAM(follow_symlinks), "(os.name != \"nt\")"),
};
static const struct pyos_param chown_params[] = {
    {PARAM(path), POSITIONAL},
    {PARAM(uid), POSITIONAL},
    {PARAM(gid), POSITIONAL},
    DIR_FD(PARAM(dir_fd)),
    FOLLOW_SYMLINKS(PARAM(follow_symlinks), "True"),
};
static const struct pyos_param lchown_params[] = {
    {NAMED(path), POSITIONAL},
    {NAMED(uid), POSITIONAL},
    {NAMED(gid), POSITIONAL},
};
static const struct pyos_param truncate_params[] = {{PARAM(path), POSITIONAL}, {PARAM(length), POSITIONAL}};
static const struct pyos_param utime_params[] = {
    {PARAM(path), POSITIONAL},
    {PARAM(times), POSITIONAL, .left_out = "None"},
    {PYOS_PARAM_AS(struct arguments, ns, "ns", PYOS_TYPE_TIMES_NS), .metavar = "PAIR", .left_out = "",
     .doc = "the two times in nanoseconds, A,B"},
    DIR_FD(PARAM(dir_fd)),
    FOLLOW_SYMLINKS(PARAM(follow_symlinks), "True"),
};

/* Every failure is False, as in Python. */
static int run_access(struct pyos_call *call)
{
    const struct named *given = call->arguments;

    call->result.truth = pyos_sys_access(pyos_call_place(call, given->dir_fd), given->path.text.data, given->mode,
                                         given->effective_ids, given->follow_symlinks) == 0;
    return 0;
}

/* The mode of a link cannot be changed, and CPython words that by what else was asked for. */
static int refuse_link(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    if (given->dir_fd.value != PYOS_DIR_FD_NONE)
        return pyos_error_say(call->error, PYOS_VALUEERROR,
                              "chmod: cannot use dir_fd and follow_symlinks together");
    return pyos_error_say(call->error, PYOS_NOTIMPLEMENTEDERROR,
                          "chmod: follow_symlinks unavailable on this platform");
}

static int run_chmod(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    bool open = pyos_path_is_open(&given->path);
    int result = open ? pyos_sys_fchmod(given->path.fd, given->mode.bits)
                      : pyos_sys_chmod(pyos_call_place(call, given->dir_fd), given->path.name.data, given->mode.bits,
                                       given->follow_symlinks);

    if (result == -EOPNOTSUPP && !open && !given->follow_symlinks)
        return refuse_link(call);
    return pyos_call_of_path(call, result, &given->path);
}

static int run_chown(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_path *path = &given->path;
    int result;

    if (pyos_conflict_dir_fd_and_fd("chown", path, given->dir_fd, call->error) != 0 ||
        pyos_conflict_fd_and_follow_symlinks("chown", path, given->follow_symlinks, call->error) != 0)
        return -1;
    if (pyos_path_is_open(path))
        result = pyos_sys_fchown(path->fd, given->uid.value, given->gid.value);
    else
        result = pyos_sys_chown(pyos_call_place(call, given->dir_fd), path->name.data, given->uid.value,
                                given->gid.value, given->follow_symlinks);
    return pyos_call_of_path(call, result, path);
}

static int run_lchown(struct pyos_call *call)
{
    const struct named *given = call->arguments;
    int result = pyos_sys_chown(pyos_call_here(call), given->path.text.data, given->uid.value, given->gid.value, false);

    return pyos_call_of_name(call, result, &given->path);
}

/* CPython says no descriptor in this one's errors. */
static int run_truncate(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_path *path = &given->path;

    if (pyos_path_is_open(path))
        return pyos_call_none(call, pyos_sys_ftruncate(path->fd, given->length));
    return pyos_call_of_path(call, pyos_sys_truncate(pyos_call_here(call), path->name.data, given->length), path);
}

static struct timespec timespec_of(struct pyos_time time)
{
    return (struct timespec){.tv_sec = time.seconds, .tv_nsec = (long)time.nanoseconds}; /* below 10^9 */
}

static int run_utime(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_path *path = &given->path;
    const struct pyos_times *times = given->ns.given ? &given->ns : &given->times;
    const struct timespec both[2] = {timespec_of(times->access), timespec_of(times->modification)};
    const struct timespec *wanted = times->given ? both : NULL;
    int result;

    if (given->times.given && given->ns.given)
        return pyos_error_say(call->error, PYOS_VALUEERROR,
                              "utime: you may specify either 'times' or 'ns' but not both");
    if (pyos_conflict_dir_fd_without_path("utime", path, given->dir_fd, call->error) != 0 ||
        pyos_conflict_fd_and_follow_symlinks("utime", path, given->follow_symlinks, call->error) != 0)
        return -1;
    if (pyos_path_is_open(path))
        result = pyos_sys_futime(path->fd, wanted);
    else
        result = pyos_sys_utime(pyos_call_place(call, given->dir_fd), path->name.data, wanted, given->follow_symlinks);
    return pyos_call_of_path(call, result, path);
}

#define ROWS(params_, defaults_) \
    .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof defaults_, .defaults = &defaults_
#define NONE .result = PYOS_TYPE_NONE

static const struct pyos_function functions[] = {
    {.name = "access", .doc = "Whether a file may be used: MODE is F_OK, or of R_OK, W_OK, X_OK.",
     ROWS(access_params, named_defaults), .result = PYOS_TYPE_BOOL,
     .flags = PYOS_FUNCTION_SUPPORTS_DIR_FD | PYOS_FUNCTION_SUPPORTS_EFFECTIVE_IDS |
              PYOS_FUNCTION_SUPPORTS_FOLLOW_SYMLINKS,
     .emulation = PYOS_EMULATED, .run = run_access},
    {.name = "chmod", .doc = "Sets the permissions of a file.", ROWS(chmod_params, defaults), NONE,
     .flags = PYOS_FUNCTION_SUPPORTS_FD | PYOS_FUNCTION_SUPPORTS_DIR_FD, .emulation = PYOS_EMULATED, .run = run_chmod},
    {.name = "chown", .doc = "Gives a file an owner and a group, by their numbers; -1 leaves one as it is.",
     ROWS(chown_params, defaults), NONE,
     .flags = PYOS_FUNCTION_SUPPORTS_FD | PYOS_FUNCTION_SUPPORTS_DIR_FD | PYOS_FUNCTION_SUPPORTS_FOLLOW_SYMLINKS,
     .emulation = PYOS_EMULATED, .run = run_chown},
    {.name = "lchown", .doc = "The same as chown, of a link itself.", ROWS(lchown_params, named_defaults), NONE,
     .emulation = PYOS_EMULATED, .run = run_lchown},
    {.name = "truncate", .doc = "Makes a file LENGTH bytes long.", ROWS(truncate_params, defaults), NONE,
     .flags = PYOS_FUNCTION_SUPPORTS_FD, .emulation = PYOS_EMULATED, .run = run_truncate},
    {.name = "utime", .doc = "Sets the times of access and modification, as A,B in seconds: now where none are given.",
     ROWS(utime_params, defaults), NONE,
     .flags = PYOS_FUNCTION_SUPPORTS_FD | PYOS_FUNCTION_SUPPORTS_DIR_FD | PYOS_FUNCTION_SUPPORTS_FOLLOW_SYMLINKS,
     .emulation = PYOS_EMULATED, .run = run_utime},
};

const struct pyos_section pyos_os_inode_section = {
    "Files and Directories", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
