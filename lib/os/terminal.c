#include "pyos/os/terminal.h"

#include "pyos/base/buf.h"
#include "pyos/os/file_argument.h"
#include "pyos/py/descriptors.h"
#include "pyos/sys/terminal.h"

#include <errno.h>
#include <limits.h>
#include <unistd.h>

struct arguments {
    int fd;
    int pgid;
};

static const struct arguments standard_output = {.fd = STDOUT_FILENO};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define DESCRIPTOR(member) PYOS_PARAM_AS(struct arguments, member, #member, PYOS_TYPE_DESCRIPTOR)
#define SIGNED(member) PYOS_PARAM_AS(struct arguments, member, #member, PYOS_TYPE_SIGNED)
#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define ONLY .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY

static const struct pyos_param fd_params[] = {{DESCRIPTOR(fd), POSITIONAL}};
static const struct pyos_param fd_only_params[] = {{DESCRIPTOR(fd), ONLY}};
static const struct pyos_param file_params[] = {{PYOS_PARAM(struct pyos_file_argument, fd), ONLY}};
static const struct pyos_param oflag_params[] = {
    {PYOS_PARAM_AS(struct arguments, fd, "oflag", PYOS_TYPE_INT), ONLY},
};
static const struct pyos_param tcsetpgrp_params[] = {{SIGNED(fd), ONLY}, {SIGNED(pgid), ONLY}};
static const struct pyos_param size_params[] = {{DESCRIPTOR(fd), ONLY, .left_out = "STDOUT_FILENO"}};

static int fd_of(const struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return given->fd;
}

static int run_isatty(struct pyos_call *call)
{
    call->result.truth = pyos_sys_check_terminal(fd_of(call)) == 0;
    return 0;
}

/* The locale of pyos is always one of UTF-8. */
static int run_device_encoding(struct pyos_call *call)
{
    bool terminal = pyos_sys_check_terminal(fd_of(call)) == 0;

    call->result.str = pyos_str(terminal ? "UTF-8" : NULL);
    return 0;
}

static int run_ttyname(struct pyos_call *call)
{
    char path[PATH_MAX];
    struct pyos_str name;

    if (pyos_call_none(call, pyos_sys_ttyname(fd_of(call), path, sizeof path)) != 0)
        return -1;
    name = pyos_str(path);
    call->result.str = (struct pyos_str){pyos_arena_copy(call->arena, name.data, name.size), name.size};
    return call->result.str.data ? 0 : pyos_error_memory(call->error);
}

static int run_tcgetpgrp(struct pyos_call *call)
{
    return pyos_call_number(call, pyos_sys_tcgetpgrp(fd_of(call)));
}

static int run_tcsetpgrp(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_tcsetpgrp(pyos_call_fd(call, given->fd), given->pgid));
}

static int run_get_terminal_size(struct pyos_call *call)
{
    int *numbers = call->result.numbers;

    return pyos_call_none(call, pyos_sys_terminal_size(fd_of(call), &numbers[0], &numbers[1]));
}

static int run_login_tty(struct pyos_call *call)
{
    return pyos_call_none(call, pyos_sys_login_tty(pyos_file_argument_fd(call)));
}

static int run_openpty(struct pyos_call *call)
{
    int *numbers = call->result.numbers;

    return pyos_call_none(call, pyos_sys_openpty(&numbers[0], &numbers[1]));
}

static int run_posix_openpt(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_number(call, pyos_sys_openpt(given->fd));
}

/* What POSIX says of a file that is no master of a pair, unlike the kernel. */
static int check_master(struct pyos_call *call, int result)
{
    return pyos_call_none(call, result == -ENOTTY ? -EINVAL : result);
}

/* The kernel has given the slave its owner and permissions when it made the pair. */
static int run_grantpt(struct pyos_call *call)
{
    return check_master(call, pyos_sys_pts_number(pyos_file_argument_fd(call)));
}

static int run_unlockpt(struct pyos_call *call)
{
    return check_master(call, pyos_sys_unlockpt(pyos_file_argument_fd(call)));
}

static int run_ptsname(struct pyos_call *call)
{
    struct pyos_buf path = {0};
    int number = pyos_sys_pts_number(pyos_file_argument_fd(call));

    if (pyos_call_none(call, number) != 0)
        return -1;
    pyos_buf_text(&path, "/dev/pts/");
    pyos_buf_i64(&path, number);
    return pyos_call_take(call, &path, &call->result.str);
}

#define NUMBER(index, called, type) PYOS_FIELD_AS(union pyos_result, numbers[index], called, type)
#define ITEM .flags = PYOS_FIELD_ITEM
#define BOTH .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE
#define COUNT(rows) sizeof rows / sizeof *rows

static const struct pyos_field pty_fields[] = {
    {NUMBER(0, "master", PYOS_TYPE_FD), ITEM},
    {NUMBER(1, "slave", PYOS_TYPE_FD), ITEM},
};
static const struct pyos_record pty_record = {"", pty_fields, COUNT(pty_fields)};

static const struct pyos_field size_fields[] = {
    {NUMBER(0, "columns", PYOS_TYPE_INT), BOTH, .doc = "width of the terminal window in characters"},
    {NUMBER(1, "lines", PYOS_TYPE_INT), BOTH, .doc = "height of the terminal window in characters"},
};
static const struct pyos_record size_record = {"os.terminal_size", size_fields, COUNT(size_fields)};

#define ROWS(params_) .params = params_, .count = COUNT(params_), .size = sizeof(struct arguments)
#define FILE_ROW .params = file_params, .count = 1, .size = sizeof(struct pyos_file_argument)
#define NONE .result = PYOS_TYPE_NONE
#define INSIDE .flags = PYOS_FUNCTION_INSIDE

static const struct pyos_function functions[] = {
    {.name = "device_encoding", .doc = "The encoding of a terminal; None where the descriptor is none.",
     ROWS(fd_params), .result = PYOS_TYPE_STR, .emulation = PYOS_EMULATED, .run = run_device_encoding},
    {.name = "grantpt", .doc = "Checks that the descriptor is the master of a pseudo-terminal.", FILE_ROW, NONE,
     .run = run_grantpt},
    {.name = "isatty", .doc = "Whether the descriptor is a terminal.", ROWS(fd_only_params),
     .result = PYOS_TYPE_BOOL, .emulation = PYOS_EMULATED, .run = run_isatty},
    {.name = "login_tty", .doc = "Begins a session on a terminal, which becomes the standard descriptors.", FILE_ROW,
     NONE, INSIDE, .run = run_login_tty},
    {.name = "openpty", .doc = "A new pseudo-terminal: the descriptors of its master and its slave.",
     .result = PYOS_TYPE_RECORD, .record = &pty_record, INSIDE, .run = run_openpty},
    {.name = "posix_openpt", .doc = "The master of a new pseudo-terminal. OFLAG: O_RDWR, 'O_RDWR|O_NOCTTY'.",
     ROWS(oflag_params), .result = PYOS_TYPE_FD, INSIDE, .run = run_posix_openpt},
    {.name = "ptsname", .doc = "The path of the slave of a pseudo-terminal's master.", FILE_ROW,
     .result = PYOS_TYPE_STR, .run = run_ptsname},
    {.name = "tcgetpgrp", .doc = "The process group in the foreground of a terminal.", ROWS(fd_only_params),
     .result = PYOS_TYPE_INT, .run = run_tcgetpgrp},
    {.name = "tcsetpgrp", .doc = "Puts a process group in the foreground of a terminal.", ROWS(tcsetpgrp_params), NONE,
     .run = run_tcsetpgrp},
    {.name = "ttyname", .doc = "The path of a terminal.", ROWS(fd_only_params), .result = PYOS_TYPE_STR,
     .run = run_ttyname},
    {.name = "unlockpt", .doc = "Lets the slave of a pseudo-terminal be opened.", FILE_ROW, NONE,
     .run = run_unlockpt},
};

static const struct pyos_function size_functions[] = {
    {.name = "get_terminal_size", .doc = "The width and height of a terminal, in characters.", ROWS(size_params),
     .defaults = &standard_output, .result = PYOS_TYPE_RECORD, .record = &size_record,
     .emulation = PYOS_EMULATED, .run = run_get_terminal_size},
};

const struct pyos_section pyos_os_terminal_section = {
    "File Descriptor Operations", NULL, functions, COUNT(functions), "terminals cannot be confined",
};

const struct pyos_section pyos_os_terminal_size_section = {
    "Querying the size of a terminal", NULL, size_functions, COUNT(size_functions), NULL,
};
