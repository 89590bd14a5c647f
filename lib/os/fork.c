#include "pyos/os/fork.h"

/* Two processes that read the same line, or answer the same requests, are of no use to anyone. */
static int run_fork(struct pyos_call *call)
{
    return pyos_error_say(call->error, PYOS_NOTIMPLEMENTEDERROR, "%s() needs a program that goes on in both "
                          "processes; spawnv and posix_spawn start another one", call->function->name);
}

/* A callable that was given has been refused: there is nobody to call it. */
static int run_register(struct pyos_call *call)
{
    return pyos_error_say(call->error, PYOS_TYPEERROR, "At least one argument is required.");
}

struct arguments {
    struct pyos_callable before, after_in_child, after_in_parent;
};

static const struct pyos_param register_params[] = {
    {PYOS_PARAM(struct arguments, before), .left_out = "None"},
    {PYOS_PARAM(struct arguments, after_in_child), .left_out = "None"},
    {PYOS_PARAM(struct arguments, after_in_parent), .left_out = "None"},
};

static const struct pyos_function functions[] = {
    {.name = "fork", .doc = "Makes a copy of the process: not here.", .result = PYOS_TYPE_INT, .run = run_fork},
    {.name = "forkpty", .doc = "Makes a copy of the process on a terminal of its own: not here.",
     .result = PYOS_TYPE_INT, .run = run_fork},
    {.name = "register_at_fork", .doc = "Has functions called at each fork: not here.", .params = register_params,
     .count = sizeof register_params / sizeof *register_params, .size = sizeof(struct arguments),
     .result = PYOS_TYPE_NONE, .run = run_register},
};

const struct pyos_section pyos_os_fork_section = {
    "Process Management", NULL, functions, sizeof functions / sizeof *functions, "processes cannot be confined",
};
