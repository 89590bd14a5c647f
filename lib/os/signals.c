#include "pyos/os/signals.h"

#include "pyos/sys/signal.h"

#include <errno.h>
#include <string.h>

struct arguments {
    int signalnum;
    struct pyos_str handler;
};

enum { SIGNALS = 64 };

/* Only the two that a program without handlers of its own can have. */
static const char *const handlers[] = {[false] = "SIG_DFL", [true] = "SIG_IGN"};

static int check_number(const struct arguments *given, struct pyos_error *error)
{
    if (given->signalnum < 1 || given->signalnum > SIGNALS)
        return pyos_error_say(error, PYOS_VALUEERROR, "signal number out of range");
    return 0;
}

static int give(struct pyos_call *call, int result, bool ignored)
{
    call->result.str = pyos_str(handlers[ignored]);
    return pyos_call_none(call, result);
}

static int run_signal(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    bool ignore = pyos_str_equal(given->handler, pyos_str(handlers[true]));
    bool before = false;
    int result;

    if (check_number(given, call->error) != 0)
        return -1;
    if (!ignore && !pyos_str_equal(given->handler, pyos_str(handlers[false])))
        return pyos_error_say(call->error, PYOS_TYPEERROR,
                              "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    result = pyos_sys_signal_ignore(given->signalnum, ignore, &before);
    return give(call, result, before);
}

static int run_getsignal(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    bool ignored = false;
    int result;

    if (check_number(given, call->error) != 0)
        return -1;
    result = pyos_sys_signal_is_ignored(given->signalnum, &ignored);
    return give(call, result, ignored);
}

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct arguments, signalnum), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
    {PYOS_PARAM(struct arguments, handler), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
};

static const struct pyos_function functions[] = {
    {.name = "getsignal", .doc = "What the process does when a signal comes: SIG_DFL or SIG_IGN.", .params = params,
     .count = 1, .size = sizeof(struct arguments), .result = PYOS_TYPE_STR,
     .emulation = PYOS_SUPPORTED, .run = run_getsignal},
    {.name = "signal", .doc = "Sets what the process does when a signal comes; the result is what it did before.",
     .params = params, .count = 2, .size = sizeof(struct arguments), .result = PYOS_TYPE_STR,
     .flags = PYOS_FUNCTION_INSIDE, .emulation = PYOS_SUPPORTED, .run = run_signal},
};

const struct pyos_section pyos_os_signals_section = {
    "Process Management", "seed", functions, sizeof functions / sizeof *functions, NULL,
};
