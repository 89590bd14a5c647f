#include "pyos/os/kill.h"

#include "pyos/sys/process.h"
#include "pyos/sys/signal.h"

enum { STILL_HERE = 127 }; /* the exit code where even SIGABRT does not end a process, as glibc has it */

struct exit_arguments {
    int status;
};

struct kill_arguments {
    struct pyos_pid pid;
    int64_t signal; /* of which the kernel gets the low bits, as from CPython */
};

struct killpg_arguments {
    struct pyos_pid pgid;
    int signal;
};

struct nice_arguments {
    int increment;
};

struct pidfd_arguments {
    struct pyos_pid pid;
    uint32_t flags;
};

static int run_exit(struct pyos_call *call)
{
    const struct exit_arguments *given = call->arguments;

    pyos_sys_exit(given->status);
    return 0;
}

static int run_abort(struct pyos_call *call)
{
    (void)call;
    pyos_sys_abort();
    pyos_sys_exit(STILL_HERE);
    return 0;
}

static int run_kill(struct pyos_call *call)
{
    const struct kill_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_kill(given->pid.value, (int)given->signal)); /* as said above */
}

static int run_killpg(struct pyos_call *call)
{
    const struct killpg_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_killpg(given->pgid.value, given->signal));
}

static int run_nice(struct pyos_call *call)
{
    const struct nice_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_nice(given->increment, &call->result.number));
}

static int run_pidfd_open(struct pyos_call *call)
{
    const struct pidfd_arguments *given = call->arguments;

    return pyos_call_number(call, pyos_sys_pidfd_open(given->pid.value, given->flags));
}

enum { POSITIONAL = PYOS_PARAM_POSITIONAL, ONLY = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY };

static const struct pyos_param exit_params[] = {
    {PYOS_PARAM(struct exit_arguments, status), .flags = POSITIONAL},
};
static const struct pyos_wording size = {
    .type = PYOS_WORDING_INDEX, .large = "Python int too large to convert to C ssize_t"};

static const struct pyos_param kill_params[] = {
    {PYOS_PARAM(struct kill_arguments, pid), .flags = ONLY},
    {PYOS_PARAM(struct kill_arguments, signal), .flags = ONLY, .wording = &size},
};
static const struct pyos_param killpg_params[] = {
    {PYOS_PARAM(struct killpg_arguments, pgid), .flags = ONLY},
    {PYOS_PARAM_AS(struct killpg_arguments, signal, "signal", PYOS_TYPE_SIGNED), .flags = ONLY},
};
static const struct pyos_param nice_params[] = {
    {PYOS_PARAM(struct nice_arguments, increment), .flags = ONLY},
};
static const struct pyos_param pidfd_params[] = {
    {PYOS_PARAM(struct pidfd_arguments, pid), .flags = POSITIONAL},
    {PYOS_PARAM(struct pidfd_arguments, flags), .flags = POSITIONAL, .left_out = "0"},
};

#define PARAMS(rows, T) .params = rows, .count = sizeof rows / sizeof *rows, .size = sizeof(struct T)

static const struct pyos_function functions[] = {
    {.name = "_exit", .doc = "Ends the process, with that status.", PARAMS(exit_params, exit_arguments),
     .result = PYOS_TYPE_NONE, .emulation = PYOS_SUPPORTED, .run = run_exit},
    {.name = "abort", .doc = "Ends the process by SIGABRT.", .result = PYOS_TYPE_NONE,
     .reason = "a core dump cannot be confined", .run = run_abort},
    {.name = "kill", .doc = "Sends a signal to a process; 0 only asks whether one could be sent.",
     PARAMS(kill_params, kill_arguments), .result = PYOS_TYPE_NONE, .run = run_kill},
    {.name = "killpg", .doc = "Sends a signal to a process group.", PARAMS(killpg_params, killpg_arguments),
     .result = PYOS_TYPE_NONE, .run = run_killpg},
    {.name = "nice", .doc = "Adds to the nice value of the process; the result is the new one.",
     PARAMS(nice_params, nice_arguments), .result = PYOS_TYPE_INT, .flags = PYOS_FUNCTION_INSIDE, .run = run_nice},
    {.name = "pidfd_open", .doc = "A descriptor that stands for a process.", PARAMS(pidfd_params, pidfd_arguments),
     .result = PYOS_TYPE_FD, .flags = PYOS_FUNCTION_INSIDE, .run = run_pidfd_open},
};

const struct pyos_section pyos_os_kill_section = {
    "Process Management", NULL, functions, sizeof functions / sizeof *functions, "processes cannot be confined",
};
