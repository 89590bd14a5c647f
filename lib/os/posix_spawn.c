#include "pyos/os/posix_spawn.h"

#include "pyos/os/argv.h"
#include "pyos/os/environment.h"
#include "pyos/os/spawn.h"

struct arguments {
    struct pyos_pathname path;
    struct pyos_strs argv;
    struct pyos_environment env;
    struct pyos_file_actions file_actions; /* of a session */
    struct pyos_sequence said;             /* the same, of a command line */
    struct pyos_maybe setpgroup;
    bool resetids;
    bool setsid;
    struct pyos_signals setsigmask;
    struct pyos_signals setsigdef;
    struct pyos_scheduler scheduler;
};

static int check_argv(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const char *name = call->function->name;

    if (given->argv.count == 0)
        return pyos_error_say(call->error, PYOS_VALUEERROR, "%s: argv must not be empty", name);
    if (!pyos_os_argv_names(given->argv))
        return pyos_error_say(call->error, PYOS_VALUEERROR, "%s: argv first element cannot be empty", name);
    return 0;
}

static int make_request(struct pyos_call *call, bool search, struct pyos_spawn *request)
{
    const struct arguments *given = call->arguments;

    *request = (struct pyos_spawn){
        .argv = pyos_os_argv(given->argv, call->arena),
        .file = given->path.text.data,
        .search = search,
        .actions = given->file_actions.items,
        .action_count = given->file_actions.count,
        .setpgroup = given->setpgroup,
        .setsid = given->setsid,
        .resetids = given->resetids,
        .setsigmask = given->setsigmask,
        .setsigdef = given->setsigdef,
        .scheduler = given->scheduler,
    };
    if (given->env.given)
        request->environment = pyos_os_environment_of(&given->env, call->arena);
    if (!request->argv || (given->env.given && !request->environment))
        return pyos_error_memory(call->error);
    if (given->said.count == 0)
        return 0;
    request->action_count = given->said.count;
    return pyos_os_file_actions_read(given->said, call->arena, &request->actions, call->error);
}

/* CPython names the program, whatever the child has stumbled over, and nothing where no child was tried. */
static int fail(struct pyos_call *call, const struct pyos_spawn_failure *failure)
{
    const struct arguments *given = call->arguments;

    if (failure->error.type != PYOS_OSERROR)
        *call->error = failure->error;
    else if (failure->refused)
        pyos_error_os(call->error, failure->error.errnum);
    else
        pyos_error_path(call->error, failure->error.errnum, given->path.text);
    return -1;
}

static int spawn(struct pyos_call *call, bool search)
{
    const struct pyos_spawn_site site = {
        .out = -1, .err = -1, .fds = call->kept.descriptors, .fd_count = call->kept.count};
    struct pyos_spawn request;
    struct pyos_spawn_failure failure;
    struct pyos_spawned child;

    if (check_argv(call) != 0 || make_request(call, search, &request) != 0)
        return -1;
    if (pyos_os_spawn(&request, &site, call->arena, &child, &failure) != 0)
        return fail(call, &failure);
    call->result.number = child.pid;
    return 0;
}

static int run_posix_spawn(struct pyos_call *call)
{
    return spawn(call, false);
}

static int run_posix_spawnp(struct pyos_call *call)
{
    return spawn(call, true);
}

enum { ONLY = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY };

#define ARGUMENT(member) PYOS_PARAM(struct arguments, member)
#define ACTION(called, kind)                                                                                   \
    PYOS_PARAM_AS(struct arguments, said, called, PYOS_TYPE_SEQUENCE), .tag = PYOS_FILE_ACTION_##kind, \
        .flags = PYOS_PARAM_APART

static const struct pyos_param params[] = {
    {ARGUMENT(path), .flags = ONLY},
    {ARGUMENT(argv), .flags = ONLY | PYOS_PARAM_LIST},
    {ARGUMENT(env), .flags = ONLY, .metavar = "K=V",
     .doc = "a variable of its environment, which has no others; without any it is that of pyos"},
    {ARGUMENT(file_actions), .left_out = "None"},
    {ARGUMENT(setpgroup), .left_out = "None", .metavar = "PGID", .doc = "join a process group; 0 leads a new one"},
    {ARGUMENT(resetids), .left_out = "False", .doc = "effective ids are the real ones"},
    {ARGUMENT(setsid), .left_out = "False", .doc = "lead a new session"},
    {ARGUMENT(setsigmask), .left_out = "()", .metavar = "SIGS", .doc = "block exactly these signals; '' is none"},
    {ARGUMENT(setsigdef), .left_out = "()", .metavar = "SIGS", .doc = "give these signals their default actions"},
    {ARGUMENT(scheduler), .left_out = "None", .metavar = "[POLICY:]PRIORITY", .doc = "schedule so: SCHED_BATCH:0"},
    {ACTION("open", OPEN), .metavar = "FD:FLAGS[,MODE]:PATH", .doc = "open PATH as FD: '1:O_WRONLY|O_CREAT:log'"},
    {ACTION("close", CLOSE), .metavar = "FD", .doc = "close FD"},
    {ACTION("dup2", DUP2), .metavar = "FD:NEWFD", .doc = "make NEWFD a copy of FD"},
    {ACTION("closefrom", CLOSEFROM), .metavar = "FD", .doc = "close FD and all above it"},
};

#define ROW(called, call, text)                                                                                    \
    {.name = called, .doc = text, .params = params, .count = sizeof params / sizeof *params,                       \
     .size = sizeof(struct arguments), .result = PYOS_TYPE_INT, .flags = PYOS_FUNCTION_LITERAL, .run = call}

static const struct pyos_function functions[] = {
    ROW("posix_spawn", run_posix_spawn, "Starts the file PATH in a child, with a list of arguments: its pid."),
    ROW("posix_spawnp", run_posix_spawnp, "The same, and looks for PATH in PATH of the environment of pyos."),
};

const struct pyos_section pyos_os_posix_spawn_section = {
    "Process Management", NULL, functions, sizeof functions / sizeof *functions, "programs cannot be confined",
};
