#include "pyos/os/wait.h"

enum { TERMSIG = 0x7F, COREDUMP = 0x80, STOPPED = 0x7F, CONTINUED = 0xFFFF };

struct pyos_wait pyos_wait_decode(int status)
{
    int termsig = status & TERMSIG;

    return (struct pyos_wait){
        .exited = termsig == 0,
        .signaled = termsig != 0 && termsig != STOPPED,
        .stopped = (status & 0xFF) == STOPPED,
        .continued = status == CONTINUED,
        .coredump = status & COREDUMP,
        .exitstatus = status >> 8 & 0xFF,
        .termsig = termsig,
        .stopsig = status >> 8 & 0xFF,
    };
}

int pyos_os_waitstatus_to_exitcode(int status, int *exitcode, struct pyos_error *error)
{
    struct pyos_wait wait = pyos_wait_decode(status);

    if (wait.exited)
        *exitcode = wait.exitstatus;
    else if (wait.signaled)
        *exitcode = -wait.termsig;
    else if (wait.stopped)
        return pyos_error_say(error, PYOS_VALUEERROR, "process stopped by delivery of signal %d", wait.stopsig);
    else
        return pyos_error_say(error, PYOS_VALUEERROR, "invalid wait status: %d", status);
    return 0;
}

struct arguments {
    int status;
};

static const struct pyos_param status[] = {
    {PYOS_PARAM(struct arguments, status), .flags = PYOS_PARAM_POSITIONAL},
};
static const struct pyos_param status_only[] = {
    {PYOS_PARAM(struct arguments, status), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
};

/* The W functions: each reads the status, none can fail. */

static struct pyos_wait decode(const struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_wait_decode(given->status);
}

static int run_wcoredump(struct pyos_call *call)
{
    call->result.truth = decode(call).coredump;
    return 0;
}

static int run_wexitstatus(struct pyos_call *call)
{
    call->result.number = decode(call).exitstatus;
    return 0;
}

static int run_wifcontinued(struct pyos_call *call)
{
    call->result.truth = decode(call).continued;
    return 0;
}

static int run_wifexited(struct pyos_call *call)
{
    call->result.truth = decode(call).exited;
    return 0;
}

static int run_wifsignaled(struct pyos_call *call)
{
    call->result.truth = decode(call).signaled;
    return 0;
}

static int run_wifstopped(struct pyos_call *call)
{
    call->result.truth = decode(call).stopped;
    return 0;
}

static int run_wstopsig(struct pyos_call *call)
{
    call->result.number = decode(call).stopsig;
    return 0;
}

static int run_wtermsig(struct pyos_call *call)
{
    call->result.number = decode(call).termsig;
    return 0;
}

static int run_waitstatus_to_exitcode(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_os_waitstatus_to_exitcode(given->status, &call->result.number, call->error);
}

#define ROW(function, rows, type, call, text)                                                                  \
    {.name = function, .doc = text, .params = rows, .count = 1, .size = sizeof(struct arguments), .result = type, \
     .emulation = PYOS_SUPPORTED, .run = call}

static const struct pyos_function functions[] = {
    ROW("WCOREDUMP", status_only, PYOS_TYPE_BOOL, run_wcoredump, "Whether a killed child left a core dump."),
    ROW("WEXITSTATUS", status, PYOS_TYPE_INT, run_wexitstatus, "The status that a child gave to exit."),
    ROW("WIFCONTINUED", status, PYOS_TYPE_BOOL, run_wifcontinued, "Whether a stopped child was continued."),
    ROW("WIFEXITED", status, PYOS_TYPE_BOOL, run_wifexited, "Whether a child ended by exit."),
    ROW("WIFSIGNALED", status, PYOS_TYPE_BOOL, run_wifsignaled, "Whether a signal killed a child."),
    ROW("WIFSTOPPED", status, PYOS_TYPE_BOOL, run_wifstopped, "Whether a child is stopped."),
    ROW("WSTOPSIG", status, PYOS_TYPE_INT, run_wstopsig, "The signal that stopped a child."),
    ROW("WTERMSIG", status, PYOS_TYPE_INT, run_wtermsig, "The signal that killed a child."),
    ROW("waitstatus_to_exitcode", status, PYOS_TYPE_INT, run_waitstatus_to_exitcode,
        "A wait status as an exit code: N for exit(N), -N for signal N."),
};

const struct pyos_section pyos_os_wait_section = {
    "Process Management", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
