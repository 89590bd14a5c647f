#include "pyos/os/linux_files.h"

#include "pyos/sys/entry.h"
#include "pyos/sys/openat2.h"

#include <fcntl.h>

int pyos_os_rename(const struct pyos_rename *rename, struct pyos_error *error)
{
    int result = pyos_sys_rename(rename->src_place, rename->src.data, rename->dst_place, rename->dst.data,
                                 rename->flags);

    if (result == 0)
        return 0;
    pyos_error_path(error, -result, rename->src);
    error->filename2 = (struct pyos_subject){.kind = PYOS_SUBJECT_NAME, .name = rename->dst};
    return -1;
}

/* ---- the rows */

struct rename {
    struct pyos_pathname src;
    struct pyos_pathname dst;
    uint32_t flags;
    struct pyos_dir_fd src_dir_fd;
    struct pyos_dir_fd dst_dir_fd;
};

struct open {
    struct pyos_pathname path;
    int64_t flags;
    struct pyos_mode mode;
    uint64_t resolve;
    struct pyos_dir_fd dir_fd;
};

static const struct rename rename_defaults = {.src_dir_fd = {PYOS_DIR_FD_NONE}, .dst_dir_fd = {PYOS_DIR_FD_NONE}};
static const struct open open_defaults = {.mode = {.bits = 0777}, .dir_fd = {PYOS_DIR_FD_NONE}};

#define RENAME(member) PYOS_PARAM(struct rename, member)
#define OPEN(member) PYOS_PARAM(struct open, member)
#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define DIR_FD(param) {param, .metavar = "N", .left_out = "None", .doc = "a path is relative to this open directory"}

static const struct pyos_param renameat2_params[] = {
    {RENAME(src), POSITIONAL},
    {RENAME(dst), POSITIONAL},
    {RENAME(flags), POSITIONAL, .left_out = "0"},
    DIR_FD(RENAME(src_dir_fd)),
    DIR_FD(RENAME(dst_dir_fd)),
};
static const struct pyos_param openat2_params[] = {
    {OPEN(path), POSITIONAL},
    {OPEN(flags), POSITIONAL},
    {OPEN(mode), POSITIONAL, .left_out = "511"},
    {OPEN(resolve), POSITIONAL, .left_out = "0"},
    DIR_FD(OPEN(dir_fd)),
};

static int run_renameat2(struct pyos_call *call)
{
    const struct rename *given = call->arguments;
    int result = pyos_sys_rename(pyos_call_place(call, given->src_dir_fd), given->src.text.data,
                                 pyos_call_place(call, given->dst_dir_fd), given->dst.text.data, given->flags);

    return pyos_call_of_names(call, result, &given->src, &given->dst);
}

/* The kernel takes a mode only where a file is created; the default, which is os.open's, is none elsewhere. */
static int run_openat2(struct pyos_call *call)
{
    const struct open *given = call->arguments;
    bool creates = given->flags & O_CREAT || (given->flags & O_TMPFILE) == O_TMPFILE;
    uint64_t mode = given->mode.given || creates ? given->mode.bits : 0;
    int result = pyos_sys_openat2_in(pyos_call_place(call, given->dir_fd), given->path.text.data,
                                     (uint64_t)given->flags, mode, given->resolve); /* bits: a sign is refused */

    return pyos_call_of_name(call, result, &given->path);
}

#define ROWS(params_, defaults_) \
    .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof defaults_, .defaults = &defaults_

static const struct pyos_function functions[] = {
    {.name = "openat2", .doc = "Opens a file; RESOLVE, such as RESOLVE_BENEATH, says where its path may lead.",
     ROWS(openat2_params, open_defaults), .result = PYOS_TYPE_FD, .flags = PYOS_FUNCTION_INSIDE,
     .emulation = PYOS_EMULATED, .run = run_openat2},
    {.name = "renameat2", .doc = "Renames; FLAGS are RENAME_NOREPLACE, RENAME_EXCHANGE or RENAME_WHITEOUT.",
     ROWS(renameat2_params, rename_defaults), .result = PYOS_TYPE_NONE,
     .emulation = PYOS_EMULATED, .run = run_renameat2},
};

const struct pyos_section pyos_os_linux_files_section = {
    "Files and Directories", "linux", functions, sizeof functions / sizeof *functions, NULL,
};
