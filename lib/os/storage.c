#include "pyos/os/storage.h"

#include "pyos/os/file_argument.h"
#include "pyos/sys/inode.h"
#include "pyos/sys/storage.h"

struct arguments {
    int fd;
    int command;
    int advice;
    int64_t offset;
    int64_t length;
    struct pyos_mode mode;
    struct pyos_uid uid;
    struct pyos_gid gid;
};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define DESCRIPTOR(member) PYOS_PARAM_AS(struct arguments, member, #member, PYOS_TYPE_DESCRIPTOR)
#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define ONLY .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY

static const struct pyos_param file_params[] = {{PYOS_PARAM(struct pyos_file_argument, fd), POSITIONAL}};
static const struct pyos_param fchmod_params[] = {{DESCRIPTOR(fd), POSITIONAL}, {PARAM(mode), POSITIONAL}};
static const struct pyos_param fchown_params[] = {
    {DESCRIPTOR(fd), POSITIONAL},
    {PARAM(uid), POSITIONAL},
    {PARAM(gid), POSITIONAL},
};
static const struct pyos_param ftruncate_params[] = {{DESCRIPTOR(fd), ONLY}, {PARAM(length), ONLY}};
static const struct pyos_param lockf_params[] = {{DESCRIPTOR(fd), ONLY}, {PARAM(command), ONLY}, {PARAM(length), ONLY}};
static const struct pyos_param fadvise_params[] = {
    {DESCRIPTOR(fd), ONLY},
    {PARAM(offset), ONLY},
    {PARAM(length), ONLY},
    {PARAM(advice), ONLY},
};
static const struct pyos_param fallocate_params[] = {
    {DESCRIPTOR(fd), ONLY},
    {PARAM(offset), ONLY},
    {PARAM(length), ONLY},
};

static int fd_of(const struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return given->fd;
}

static int run_fchmod(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_fchmod(fd_of(call), given->mode.bits));
}

static int run_fchown(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_fchown(fd_of(call), given->uid.value, given->gid.value));
}

static int run_fdatasync(struct pyos_call *call)
{
    return pyos_call_none(call, pyos_sys_fdatasync(pyos_file_argument_fd(call)));
}

static int run_fsync(struct pyos_call *call)
{
    return pyos_call_none(call, pyos_sys_fsync(pyos_file_argument_fd(call)));
}

static int run_ftruncate(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_ftruncate(fd_of(call), given->length));
}

static int run_lockf(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_lockf(fd_of(call), given->command, given->length));
}

static int run_posix_fadvise(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_fadvise(fd_of(call), given->offset, given->length, given->advice));
}

static int run_posix_fallocate(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_fallocate(fd_of(call), given->offset, given->length));
}

#define ROWS(params_, type) \
    .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof(struct type), \
    .result = PYOS_TYPE_NONE

static const struct pyos_function functions[] = {
    {.name = "fchmod", .doc = "Sets the permissions of an open file.", ROWS(fchmod_params, arguments),
     .emulation = PYOS_EMULATED, .run = run_fchmod},
    {.name = "fchown", .doc = "Gives an open file an owner and a group, by their numbers; -1 leaves one as it is.",
     ROWS(fchown_params, arguments), .emulation = PYOS_EMULATED, .run = run_fchown},
    {.name = "fdatasync", .doc = "Writes what an open file holds to its disk.", ROWS(file_params, pyos_file_argument),
     .emulation = PYOS_EMULATED, .run = run_fdatasync},
    {.name = "fsync", .doc = "Writes an open file and what is known of it to its disk.",
     ROWS(file_params, pyos_file_argument), .emulation = PYOS_EMULATED, .run = run_fsync},
    {.name = "ftruncate", .doc = "Makes an open file LENGTH bytes long.", ROWS(ftruncate_params, arguments),
     .emulation = PYOS_EMULATED, .run = run_ftruncate},
    {.name = "lockf", .flags = PYOS_FUNCTION_INSIDE,
     .doc = "Locks LENGTH bytes from where a file is, by F_LOCK (waits), F_TLOCK, F_ULOCK or F_TEST.",
     ROWS(lockf_params, arguments), .emulation = PYOS_EMULATED, .run = run_lockf},
    {.name = "posix_fadvise", .doc = "Tells the kernel how a file will be read: POSIX_FADV_SEQUENTIAL, ...",
     ROWS(fadvise_params, arguments), .emulation = PYOS_EMULATED, .run = run_posix_fadvise},
    {.name = "posix_fallocate", .doc = "Takes room on the disk for LENGTH bytes of a file from OFFSET on.",
     ROWS(fallocate_params, arguments), .emulation = PYOS_EMULATED, .run = run_posix_fallocate},
};

const struct pyos_section pyos_os_storage_section = {
    "File Descriptor Operations", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
