#include "pyos/os/spawn_functions.h"

#include "pyos/os/argv.h"
#include "pyos/os/environment.h"
#include "pyos/os/search.h"
#include "pyos/os/spawn.h"
#include "pyos/os/wait.h"
#include "pyos/sys/process.h"
#include "pyos/sys/wait.h"

enum { NOWAIT = 1 };      /* P_NOWAIT of os; all others wait */
enum { NO_PROGRAM = 127 }; /* how a child ends that could not become it */

struct arguments {
    int mode;
    struct pyos_pathname file;
    struct pyos_strs args;
    struct pyos_environment env;
};

static int prepare(struct pyos_call *call, bool search, bool with_environment, struct pyos_spawn *request)
{
    const struct arguments *given = call->arguments;
    const char *file = given->file.text.data;
    bool searched = search && !strchr(file, '/');

    if (!pyos_os_argv_names(given->args))
        return pyos_error_say(call->error, PYOS_VALUEERROR, "argv first element cannot be empty");
    *request = (struct pyos_spawn){.argv = pyos_os_argv(given->args, call->arena), .file = file};
    if (with_environment)
        request->environment = pyos_os_environment_of(&given->env, call->arena);
    if (searched)
        request->paths = pyos_os_search_for(with_environment ? &given->env : NULL, file, call->arena);
    if (!request->argv || (with_environment && !request->environment) || (searched && !request->paths))
        return pyos_error_memory(call->error);
    return 0;
}

/* CPython's child finds out itself that there is no program, and ends: so does a child here. */
static int start(struct pyos_call *call, const struct pyos_spawn *request, int *pid)
{
    struct pyos_spawn_failure failure;
    struct pyos_spawned child;

    if (pyos_os_spawn(request, NULL, call->arena, &child, &failure) == 0) {
        *pid = child.pid;
        return 0;
    }
    if (!failure.step || strcmp(failure.step, "exec") != 0) {
        *call->error = failure.error;
        return -1;
    }
    *pid = pyos_sys_fork_exit(NO_PROGRAM);
    return pyos_call_none(call, *pid);
}

static int spawn(struct pyos_call *call, bool search, bool with_environment)
{
    const struct arguments *given = call->arguments;
    struct pyos_spawn request;
    int status;
    int result;
    int pid;

    if (prepare(call, search, with_environment, &request) != 0 || start(call, &request, &pid) != 0)
        return -1;
    call->result.number = pid;
    if (given->mode == NOWAIT)
        return 0;
    result = pyos_sys_wait(pid, true, &status, NULL);
    if (result < 0)
        return pyos_error_os(call->error, -result);
    return pyos_os_waitstatus_to_exitcode(status, &call->result.number, call->error);
}

static int run_spawnv(struct pyos_call *call)
{
    return spawn(call, false, false);
}

static int run_spawnve(struct pyos_call *call)
{
    return spawn(call, false, true);
}

static int run_spawnvp(struct pyos_call *call)
{
    return spawn(call, true, false);
}

static int run_spawnvpe(struct pyos_call *call)
{
    return spawn(call, true, true);
}

enum { POSITIONAL = PYOS_PARAM_POSITIONAL };

#define ARGUMENT(member) PYOS_PARAM(struct arguments, member)
#define ENVIRONMENT ARGUMENT(env), .metavar = "K=V", .doc = "a variable of its environment, which has no others"

static const struct pyos_param words[] = {
    {ARGUMENT(mode), .flags = POSITIONAL},
    {ARGUMENT(file), .flags = POSITIONAL},
    {ARGUMENT(args), .flags = POSITIONAL | PYOS_PARAM_REST},
    {ENVIRONMENT, .flags = PYOS_PARAM_APART},
};
static const struct pyos_param list[] = {
    {ARGUMENT(mode), .flags = POSITIONAL},
    {ARGUMENT(file), .flags = POSITIONAL},
    {ARGUMENT(args), .flags = POSITIONAL | PYOS_PARAM_LIST},
    {ENVIRONMENT, .flags = POSITIONAL},
};

/* The first n rows of a table: all but the last one where the environment is the process's own. */
#define ROW(called, rows, n, call, text)                                                         \
    {.name = called, .doc = text, .params = rows, .count = n, .size = sizeof(struct arguments),   \
     .result = PYOS_TYPE_INT, .flags = PYOS_FUNCTION_LITERAL | PYOS_FUNCTION_IN_PYTHON, .run = call}

static const struct pyos_function functions[] = {
    ROW("spawnl", words, 3, run_spawnv, "Runs FILE: P_WAIT gives its exit code, or -N for signal N; P_NOWAIT its pid."),
    ROW("spawnle", words, 4, run_spawnve, "The same, with an environment of its own."),
    ROW("spawnlp", words, 3, run_spawnvp, "Runs FILE, which is looked for in PATH, as spawnl does."),
    ROW("spawnlpe", words, 4, run_spawnvpe, "The same, with an environment and its PATH."),
    ROW("spawnv", list, 3, run_spawnv, "Runs FILE: P_WAIT gives its exit code, or -N for signal N; P_NOWAIT its pid."),
    ROW("spawnve", list, 4, run_spawnve, "The same, with an environment of its own."),
    ROW("spawnvp", list, 3, run_spawnvp, "Runs FILE, which is looked for in PATH, as spawnv does."),
    ROW("spawnvpe", list, 4, run_spawnvpe, "The same, with an environment and its PATH."),
};

const struct pyos_section pyos_os_spawn_section = {
    "Process Management", NULL, functions, sizeof functions / sizeof *functions, "programs cannot be confined",
};
