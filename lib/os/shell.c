#include "pyos/os/shell.h"

#include "pyos/os/spawn.h"
#include "pyos/sys/signal.h"
#include "pyos/sys/wait.h"

#include <signal.h>

enum { NO_SHELL = 127 << 8, NO_CHILD = -1 }; /* wait statuses, as system(3) makes them up */

struct system_arguments {
    struct pyos_str command;
};

/* What this process has put off while the command runs, and how it was before. */
struct quiet {
    uint64_t mask;
    bool int_ignored, quit_ignored;
};

/* SIGINT and SIGQUIT from the terminal are the command's, and nobody else's SIGCHLD handler sees its end. */
static int begin(struct quiet *quiet)
{
    int result = pyos_sys_signal_ignore(SIGINT, true, &quiet->int_ignored);

    if (result == 0)
        result = pyos_sys_signal_ignore(SIGQUIT, true, &quiet->quit_ignored);
    return result == 0 ? pyos_sys_signals_block(PYOS_SIGNAL_BIT(SIGCHLD), &quiet->mask) : result;
}

static void end(const struct quiet *quiet)
{
    pyos_sys_signal_ignore(SIGINT, quiet->int_ignored, NULL);
    pyos_sys_signal_ignore(SIGQUIT, quiet->quit_ignored, NULL);
    pyos_sys_signals_set_mask(quiet->mask, NULL);
}

/* The command has the signals that this process had before. */
static int run_quietly(struct pyos_call *call, const char *command, const struct quiet *quiet)
{
    const char *const argv[] = {"sh", "-c", "--", command, NULL};
    const uint64_t bits = (quiet->int_ignored ? 0 : PYOS_SIGNAL_BIT(SIGINT)) |
                          (quiet->quit_ignored ? 0 : PYOS_SIGNAL_BIT(SIGQUIT));
    const struct pyos_spawn request = {.argv = argv, .file = "/bin/sh", .setsigdef = {bits, true}};
    const struct pyos_spawn_site site = {.mask_changed = true, .mask = quiet->mask, .out = -1, .err = -1};
    struct pyos_spawn_failure failure;
    struct pyos_spawned child;
    int status;

    if (pyos_os_spawn(&request, &site, call->arena, &child, &failure) != 0)
        return failure.step && strcmp(failure.step, "exec") == 0 ? NO_SHELL : NO_CHILD;
    return pyos_sys_wait(child.pid, true, &status, NULL) < 0 ? NO_CHILD : status;
}

static int run_system(struct pyos_call *call)
{
    const struct system_arguments *given = call->arguments;
    struct quiet quiet;
    int result = begin(&quiet);

    if (result != 0)
        return pyos_error_os(call->error, -result);
    call->result.number = run_quietly(call, given->command.data, &quiet);
    end(&quiet);
    return 0;
}

static const struct pyos_param system_params[] = {
    {PYOS_PARAM(struct system_arguments, command), .flags = PYOS_PARAM_POSITIONAL},
};

static const struct pyos_function functions[] = {
    {.name = "system", .doc = "Runs a command by /bin/sh: its wait status.", .params = system_params,
     .count = sizeof system_params / sizeof *system_params, .size = sizeof(struct system_arguments),
     .result = PYOS_TYPE_INT, .run = run_system},
};

const struct pyos_section pyos_os_shell_section = {
    "Process Management", NULL, functions, sizeof functions / sizeof *functions, "programs cannot be confined",
};
