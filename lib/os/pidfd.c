#include "pyos/os/pidfd.h"

#include "pyos/sys/pidfd.h"

struct arguments {
    int pidfd;
    int targetfd;
    int signalnum;
    uint32_t flags;
};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define DESCRIPTOR(member) PYOS_PARAM_AS(struct arguments, member, #member, PYOS_TYPE_DESCRIPTOR)
#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL

static const struct pyos_param getfd_params[] = {
    {DESCRIPTOR(pidfd), POSITIONAL},
    {PARAM(targetfd), POSITIONAL},
    {PARAM(flags), POSITIONAL, .left_out = "0"},
};
static const struct pyos_param send_signal_params[] = {
    {DESCRIPTOR(pidfd), POSITIONAL},
    {PARAM(signalnum), POSITIONAL},
    {PARAM(flags), POSITIONAL, .left_out = "0"},
};

static int run_pidfd_getfd(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_number(call, pyos_sys_pidfd_getfd(given->pidfd, given->targetfd, given->flags));
}

static int run_pidfd_send_signal(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_pidfd_send_signal(given->pidfd, given->signalnum, given->flags));
}

#define ROWS(params_) .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof(struct arguments)

static const struct pyos_function functions[] = {
    {.name = "pidfd_getfd", .doc = "A copy of another process's descriptor TARGETFD.", ROWS(getfd_params),
     .result = PYOS_TYPE_FD, .flags = PYOS_FUNCTION_INSIDE, .run = run_pidfd_getfd},
    {.name = "pidfd_send_signal", .doc = "Sends a signal to a process; 0 only looks whether it could.",
     ROWS(send_signal_params), .result = PYOS_TYPE_NONE, .run = run_pidfd_send_signal},
};

const struct pyos_section pyos_os_pidfd_section = {
    "Process Management", "linux", functions, sizeof functions / sizeof *functions, "processes cannot be confined",
};
