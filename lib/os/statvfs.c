#include "pyos/os/statvfs.h"

#include "pyos/os/conflict.h"

#define ROW(member, called) \
    PYOS_FIELD_AS(struct pyos_sys_filesystem, member, called, PYOS_TYPE(struct pyos_sys_filesystem, member))
#define BOTH .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {ROW(bsize, "f_bsize"), BOTH, .doc = "good size for reading"},
    {ROW(frsize, "f_frsize"), BOTH, .doc = "bytes of a block"},
    {ROW(blocks, "f_blocks"), BOTH, .doc = "blocks"},
    {ROW(bfree, "f_bfree"), BOTH, .doc = "free blocks"},
    {ROW(bavail, "f_bavail"), BOTH, .doc = "free blocks for who is not root"},
    {ROW(files, "f_files"), BOTH, .doc = "inodes"},
    {ROW(ffree, "f_ffree"), BOTH, .doc = "free inodes"},
    {ROW(ffree, "f_favail"), BOTH, .doc = "free inodes for who is not root"},
    {ROW(flag, "f_flag"), BOTH, .doc = "ST_* that are set"},
    {ROW(namemax, "f_namemax"), BOTH, .doc = "bytes of the longest name"},
    {ROW(fsid, "f_fsid"), .flags = PYOS_FIELD_ATTRIBUTE, .doc = "the file system's id"},
};

const struct pyos_record pyos_statvfs_record = {"os.statvfs_result", fields, sizeof fields / sizeof *fields};

int pyos_os_statvfs(struct pyos_place place, struct pyos_str path, struct pyos_sys_filesystem *filesystem,
                    struct pyos_error *error)
{
    int result = pyos_sys_statfs(place, path.data, filesystem);

    return result < 0 ? pyos_error_path(error, -result, path) : 0;
}

/* ---- the rows */

struct arguments {
    struct pyos_path path;
};

struct fd_arguments {
    int fd;
};

static const struct pyos_param path_params[] = {
    {PYOS_PARAM(struct arguments, path), .flags = PYOS_PARAM_POSITIONAL},
};
static const struct pyos_param fd_params[] = {
    {PYOS_PARAM_AS(struct fd_arguments, fd, "fd", PYOS_TYPE_DESCRIPTOR),
     .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
};

/* The result of a call: what the kernel said of a file system. */
static int give(struct pyos_call *call, const struct pyos_sys_filesystem *raw)
{
    struct pyos_sys_filesystem *filesystem = pyos_arena_get(call->arena, sizeof *filesystem);

    if (!filesystem)
        return pyos_error_memory(call->error);
    *filesystem = *raw;
    call->result.nested = (struct pyos_nested){.record = &pyos_statvfs_record, .data = filesystem};
    return 0;
}

static int run_statvfs(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_path *path = &given->path;
    struct pyos_sys_filesystem raw;
    int result = pyos_path_is_open(path) ? pyos_sys_fstatfs(path->fd, &raw)
                                         : pyos_sys_statfs(pyos_call_here(call), path->name.data, &raw);

    return result < 0 ? pyos_call_of_path(call, result, path) : give(call, &raw);
}

static int run_fstatvfs(struct pyos_call *call)
{
    const struct fd_arguments *given = call->arguments;
    struct pyos_sys_filesystem raw;
    int result = pyos_sys_fstatfs(given->fd, &raw);

    return result < 0 ? pyos_call_none(call, result) : give(call, &raw);
}

static int run_sync(struct pyos_call *call)
{
    (void)call;
    pyos_sys_sync();
    return 0;
}

#define STATVFS_RESULT .result = PYOS_TYPE_NESTED, .record = &pyos_statvfs_record

static const struct pyos_function functions[] = {
    {.name = "statvfs", .doc = "What is known of the file system that holds a file.", .params = path_params,
     .count = 1, .size = sizeof(struct arguments), STATVFS_RESULT, .flags = PYOS_FUNCTION_SUPPORTS_FD,
     .emulation = PYOS_EMULATED, .run = run_statvfs},
    {.name = "sync", .doc = "Writes to the disks what waits to be written.", .result = PYOS_TYPE_NONE,
     .emulation = PYOS_SUPPORTED, .run = run_sync},
};

static const struct pyos_function fd_functions[] = {
    {.name = "fstatvfs", .doc = "What is known of the file system that holds an open file.", .params = fd_params,
     .count = 1, .size = sizeof(struct fd_arguments), STATVFS_RESULT, .emulation = PYOS_EMULATED, .run = run_fstatvfs},
};

const struct pyos_section pyos_os_statvfs_section = {
    "Files and Directories", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
const struct pyos_section pyos_os_fstatvfs_section = {
    "File Descriptor Operations", NULL, fd_functions, sizeof fd_functions / sizeof *fd_functions, NULL,
};
