#include "pyos/os/descriptor.h"

#include "pyos/os/handle.h"
#include "pyos/py/descriptors.h"
#include "pyos/py/handles.h"
#include "pyos/sys/descriptor.h"
#include "pyos/sys/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>

struct arguments {
    int fd;
    int fd2;
    bool inheritable;
    bool blocking;
    int flags;
};

struct open_arguments {
    struct pyos_pathname path;
    int flags;
    struct pyos_mode mode;
    struct pyos_dir_fd dir_fd;
};

struct range {
    uint32_t first;
    uint32_t last;
    uint32_t flags;
};

struct fdopen_arguments {
    int fd;
    int buffering;
    struct pyos_str mode;
    struct pyos_str encoding;
    struct pyos_words args;
};

static const struct arguments defaults = {.inheritable = true};
static const struct open_arguments open_defaults = {.mode = {.bits = 0777}, .dir_fd = {PYOS_DIR_FD_NONE}};
static const struct range range_defaults = {0};
static const struct fdopen_arguments fdopen_defaults = {.mode = {"r", 1}, .buffering = -1};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define DESCRIPTOR(member) PYOS_PARAM_AS(struct arguments, member, #member, PYOS_TYPE_DESCRIPTOR)
#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define ONLY .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY
#define CALLED(member, name) PYOS_PARAM_AS(struct arguments, member, name, PYOS_TYPE_INT)

static const struct pyos_param fd_params[] = {{DESCRIPTOR(fd), POSITIONAL}};
static const struct pyos_param fd_only_params[] = {{DESCRIPTOR(fd), ONLY}};
static const struct pyos_param flags_params[] = {{PARAM(flags), ONLY}};
static const struct pyos_param closerange_params[] = {{CALLED(fd, "fd_low"), ONLY}, {CALLED(fd2, "fd_high"), ONLY}};
static const struct pyos_param dup2_params[] = {
    {DESCRIPTOR(fd), POSITIONAL},
    {PARAM(fd2), POSITIONAL},
    {PARAM(inheritable), POSITIONAL, .left_out = "True", .doc = "programs that are run get it too"},
};
static const struct pyos_param set_blocking_params[] = {{DESCRIPTOR(fd), ONLY}, {PARAM(blocking), ONLY}};
static const struct pyos_wording number = {.type = PYOS_WORDING_INDEX};
static const struct pyos_param set_inheritable_params[] = {
    {DESCRIPTOR(fd), ONLY},
    {PARAM(inheritable), ONLY, .wording = &number},
};
static const struct pyos_param open_params[] = {
    {PYOS_PARAM(struct open_arguments, path), POSITIONAL},
    {PYOS_PARAM(struct open_arguments, flags), POSITIONAL},
    {PYOS_PARAM(struct open_arguments, mode), POSITIONAL, .left_out = "511"},
    {PYOS_PARAM(struct open_arguments, dir_fd), .metavar = "N", .left_out = "None",
     .doc = "a path is relative to this open directory"},
};
static const struct pyos_param fdopen_params[] = {
    {PYOS_PARAM_AS(struct fdopen_arguments, fd, "fd", PYOS_TYPE_DESCRIPTOR), POSITIONAL},
    {PYOS_PARAM(struct fdopen_arguments, mode), POSITIONAL, .left_out = "'r'"},
    {PYOS_PARAM(struct fdopen_arguments, buffering), POSITIONAL, .left_out = "-1"},
    {PYOS_PARAM(struct fdopen_arguments, encoding), POSITIONAL, .left_out = "None"},
    {PYOS_PARAM(struct fdopen_arguments, args), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_REST},
};
static const struct pyos_param close_range_params[] = {
    {PYOS_PARAM(struct range, first), POSITIONAL},
    {PYOS_PARAM(struct range, last), POSITIONAL},
    {PYOS_PARAM(struct range, flags), POSITIONAL, .left_out = "0"},
};

static int fd_of(const struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return given->fd;
}

/* A bool that a system call gave, or its errno. */
static int give_truth(struct pyos_call *call, int result)
{
    call->result.truth = result > 0;
    return pyos_call_none(call, result);
}

static int run_open(struct pyos_call *call)
{
    const struct open_arguments *given = call->arguments;
    int fd = pyos_sys_open_as(pyos_call_place(call, given->dir_fd), given->path.text.data, given->flags,
                              given->mode.bits);

    return pyos_call_of_name(call, fd, &given->path);
}

/* Whatever close(2) says of what was written, the descriptor is gone. */
static int run_close(struct pyos_call *call)
{
    int fd = fd_of(call);
    int result = pyos_sys_close(fd);

    if (call->handles)
        pyos_handles_drop(call->handles, pyos_handles_of(call->handles, fd));
    return pyos_call_none(call, result);
}

/*
 * The next run of descriptors from *first to last without any that the process keeps: it begins at *first and ends at
 * *end. False where there is none.
 */
static bool next_run(const struct pyos_call *call, int64_t last, int64_t *first, int64_t *end)
{
    while (*first <= INT_MAX && pyos_call_keeps(call, (int)*first)) /* >= 0 */
        (*first)++;
    *end = last;
    for (size_t i = 0; i < call->kept.count; i++) {
        int kept = call->kept.descriptors[i];

        if (kept > *first && kept <= *end)
            *end = kept - 1;
    }
    return *first <= last;
}

/* Closes the handles from first (>= 0) to last, or only keeps what they mean from programs that are run. */
static void close_handles(struct pyos_handles *handles, int64_t first, int64_t last, bool keep)
{
    for (int64_t i = first; i <= last && (uint64_t)i < handles->count; i++) { /* >= 0 */
        int handle = (int)i; /* there are no larger ones */

        if (keep)
            pyos_sys_set_inheritable(pyos_handles_find(handles, handle), false);
        else
            pyos_sys_close(pyos_handles_drop(handles, handle));
    }
}

/* The manual's loop: one that is negative is not open. */
static int run_closerange(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int64_t first = given->fd > 0 ? given->fd : 0;
    int64_t last = given->fd2 - INT64_C(1);
    int64_t end;

    if (call->handles) {
        close_handles(call->handles, first, last, false);
        return 0;
    }
    for (; next_run(call, last, &first, &end); first = end + 1)
        pyos_sys_close_all((int)first, (int)end); /* both from 0 to fd_high */
    return 0;
}

/* With handles the kernel is only asked what it thinks of the flags. */
static int run_close_range(struct pyos_call *call)
{
    const struct range *given = call->arguments;
    int result = given->first > given->last ? -EINVAL : 0;
    int64_t end;

    if (result == 0 && call->handles) {
        result = pyos_sys_close_range(PYOS_NEVER_OPEN, PYOS_NEVER_OPEN, given->flags);
        if (result == 0)
            close_handles(call->handles, given->first, given->last, given->flags & PYOS_SYS_CLOSE_RANGE_CLOEXEC);
        return pyos_call_none(call, result);
    }
    for (int64_t first = given->first; result == 0 && next_run(call, given->last, &first, &end); first = end + 1)
        result = pyos_sys_close_range((uint32_t)first, (uint32_t)end, given->flags); /* both from first to last */
    return pyos_call_none(call, result);
}

static int run_dup(struct pyos_call *call)
{
    return pyos_call_number(call, pyos_sys_dup(fd_of(call)));
}

/* A copy of a descriptor under a handle that nothing has yet: the copy, or -errno. */
static int dup_to_handle(const struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int fd = pyos_handle_copy(call->handles, given->fd, given->fd2);

    if (fd == -EINVAL)
        return -EBADF; /* what fcntl(2) says of such a number, and what dup2(2) says */
    if (fd >= 0 && given->inheritable)
        pyos_sys_set_inheritable(fd, true);
    return fd;
}

static int run_dup2(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int target = pyos_call_fd(call, given->fd2);

    if (call->handles && target == PYOS_NEVER_OPEN)
        return pyos_call_number(call, dup_to_handle(call));
    return pyos_call_number(call, pyos_sys_dup2(given->fd, target, given->inheritable));
}

static int run_fdopen(struct pyos_call *call)
{
    return pyos_error_say(call->error, PYOS_NOTIMPLEMENTEDERROR,
                          "fdopen makes a file object, which only a program has: use open, read, write and close");
}

static int run_get_blocking(struct pyos_call *call)
{
    return give_truth(call, pyos_sys_is_blocking(fd_of(call)));
}

static int run_set_blocking(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_set_blocking(fd_of(call), given->blocking));
}

static int run_get_inheritable(struct pyos_call *call)
{
    return give_truth(call, pyos_sys_is_inheritable(fd_of(call)));
}

static int run_set_inheritable(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_set_inheritable(fd_of(call), given->inheritable));
}

static int run_pipe(struct pyos_call *call)
{
    return pyos_call_none(call, pyos_sys_pipe2(call->result.numbers, O_CLOEXEC));
}

static int run_pipe2(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_pipe2(call->result.numbers, given->flags));
}

#define END(index, called) \
    {PYOS_FIELD_AS(union pyos_result, numbers[index], called, PYOS_TYPE_FD), .flags = PYOS_FIELD_ITEM}

static const struct pyos_field pipe_fields[] = {END(0, "read"), END(1, "write")};
static const struct pyos_record pipe_record = {"", pipe_fields, sizeof pipe_fields / sizeof *pipe_fields};

#define COUNT(rows) sizeof rows / sizeof *rows
#define ROWS(params_, defaults_) \
    .params = params_, .count = COUNT(params_), .size = sizeof defaults_, .defaults = &defaults_
#define NONE .result = PYOS_TYPE_NONE
#define INSIDE .flags = PYOS_FUNCTION_INSIDE

static const struct pyos_function functions[] = {
    {.name = "closerange", .doc = "Closes every descriptor from FD_LOW up to, and without, FD_HIGH.",
     ROWS(closerange_params, defaults), NONE, INSIDE, .emulation = PYOS_EMULATED, .run = run_closerange},
    {.name = "dup", .doc = "A copy of a descriptor, which programs that are run do not get.",
     ROWS(fd_only_params, defaults), .result = PYOS_TYPE_FD, INSIDE, .emulation = PYOS_EMULATED, .run = run_dup},
    {.name = "dup2", .doc = "Makes FD2 a copy of FD; what FD2 was is closed first.", ROWS(dup2_params, defaults),
     .result = PYOS_TYPE_FD, INSIDE, .emulation = PYOS_EMULATED, .run = run_dup2},
    {.name = "get_blocking", .doc = "Whether a call waits until the descriptor is ready.",
     ROWS(fd_only_params, defaults), .result = PYOS_TYPE_BOOL, .emulation = PYOS_EMULATED, .run = run_get_blocking},
    {.name = "open", .doc = "Opens a file and gives its descriptor. FLAGS: O_RDONLY, 'O_WRONLY|O_CREAT', ...",
     ROWS(open_params, open_defaults), .result = PYOS_TYPE_FD,
     .flags = PYOS_FUNCTION_INSIDE | PYOS_FUNCTION_SUPPORTS_DIR_FD, .emulation = PYOS_EMULATED, .run = run_open},
    {.name = "pipe", .doc = "A new pipe: the descriptor to read from, and the one to write to.",
     .result = PYOS_TYPE_RECORD, .record = &pipe_record, INSIDE, .emulation = PYOS_EMULATED, .run = run_pipe},
    {.name = "pipe2", .doc = "The same with flags: O_CLOEXEC, O_NONBLOCK.", ROWS(flags_params, defaults),
     .result = PYOS_TYPE_RECORD, .record = &pipe_record, INSIDE, .emulation = PYOS_EMULATED, .run = run_pipe2},
    {.name = "set_blocking", .doc = "Lets calls wait until the descriptor is ready (True), or fail (False).",
     ROWS(set_blocking_params, defaults), NONE, .emulation = PYOS_EMULATED, .run = run_set_blocking},
};

static const struct pyos_function close_functions[] = {
    {.name = "close", .doc = "Closes a descriptor.", ROWS(fd_params, defaults), NONE, INSIDE,
     .emulation = PYOS_EMULATED, .run = run_close},
};

static const struct pyos_function fdopen_functions[] = {
    {.name = "fdopen", .doc = "Makes a file object, which only a program has: use open, read, write and close.",
     ROWS(fdopen_params, fdopen_defaults), NONE, .flags = PYOS_FUNCTION_IN_PYTHON | PYOS_FUNCTION_KEYWORDS,
     .emulation = PYOS_SUPPORTED, .run = run_fdopen},
};

static const struct pyos_function inheritance_functions[] = {
    {.name = "get_inheritable", .doc = "Whether programs that are run get the descriptor.",
     ROWS(fd_only_params, defaults), .result = PYOS_TYPE_BOOL, .emulation = PYOS_EMULATED, .run = run_get_inheritable},
    {.name = "set_inheritable", .doc = "Hands the descriptor to programs that are run (True), or keeps it (False).",
     ROWS(set_inheritable_params, defaults), NONE, INSIDE, .emulation = PYOS_EMULATED, .run = run_set_inheritable},
};

static const struct pyos_function close_range_functions[] = {
    {.name = "close_range", .doc = "Closes every descriptor from FIRST to LAST, or with 4 keeps them from programs "
                                   "that are run (close_range(2)).",
     ROWS(close_range_params, range_defaults), NONE, INSIDE, .emulation = PYOS_EMULATED, .run = run_close_range},
};

const struct pyos_section pyos_os_descriptor_section = {
    "File Descriptor Operations", NULL, functions, COUNT(functions), NULL,
};

const struct pyos_section pyos_os_close_section = {
    "Process Parameters", NULL, close_functions, COUNT(close_functions), NULL,
};

const struct pyos_section pyos_os_fdopen_section = {
    "File Object Creation", NULL, fdopen_functions, COUNT(fdopen_functions), NULL,
};

const struct pyos_section pyos_os_inheritance_section = {
    "Inheritance of File Descriptors", NULL, inheritance_functions, COUNT(inheritance_functions), NULL,
};

const struct pyos_section pyos_os_close_range_section = {
    "Descriptors", "linux", close_range_functions, COUNT(close_range_functions), NULL,
};
