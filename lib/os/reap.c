#include "pyos/os/reap.h"

#include "pyos/os/rusage.h"
#include "pyos/sys/wait.h"

enum { ANY = -1 };

struct wait_arguments {
    struct pyos_pid pid;
    int options;
};

struct waitid_arguments {
    int idtype;
    struct pyos_pid id;
    int options;
};

/* The pid and the status of a child. */
static int wait_for(struct pyos_call *call, int pid, int options, struct pyos_rusage *rusage)
{
    int status = 0;
    int got = pyos_sys_wait4(pid, options, &status, rusage);

    call->result.waited = (struct pyos_waited){.pid = got, .status = status};
    return pyos_call_none(call, got);
}

/* What it has used, too. */
static int wait_with_usage(struct pyos_call *call, int pid, int options)
{
    struct pyos_rusage raw = {0}; /* and stays so where no child has changed */
    struct pyos_usage *usage = pyos_arena_get(call->arena, sizeof *usage);

    if (!usage)
        return pyos_error_memory(call->error); /* before a child is lost */
    if (wait_for(call, pid, options, &raw) != 0)
        return -1;
    *usage = pyos_os_usage(&raw);
    call->result.waited.rusage = (struct pyos_nested){.record = &pyos_rusage_record, .data = usage};
    return 0;
}

static int run_wait(struct pyos_call *call)
{
    return wait_for(call, ANY, 0, NULL);
}

static int run_waitpid(struct pyos_call *call)
{
    const struct wait_arguments *given = call->arguments;

    return wait_for(call, given->pid.value, given->options, NULL);
}

static int run_wait3(struct pyos_call *call)
{
    const struct wait_arguments *given = call->arguments;

    return wait_with_usage(call, ANY, given->options);
}

static int run_wait4(struct pyos_call *call)
{
    const struct wait_arguments *given = call->arguments;

    return wait_with_usage(call, given->pid.value, given->options);
}

#define CHILD(member, text)                                                                        \
    {PYOS_FIELD_AS(struct pyos_child_info, member, "si_" #member, PYOS_TYPE(struct pyos_child_info, member)), \
     .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE, .doc = text}

static const struct pyos_field child_fields[] = {
    CHILD(pid, "the child"),
    CHILD(uid, "its real user"),
    CHILD(signo, "SIGCHLD"),
    CHILD(status, "its exit status, or the signal"),
    CHILD(code, "what has happened: CLD_EXITED, CLD_KILLED, ..."),
};
static const struct pyos_record child_record = {
    "posix.waitid_result", child_fields, sizeof child_fields / sizeof *child_fields,
};

static int run_waitid(struct pyos_call *call)
{
    const struct waitid_arguments *given = call->arguments;
    struct pyos_child_info *info = pyos_arena_get(call->arena, sizeof *info);
    int result;

    if (!info)
        return pyos_error_memory(call->error);
    result = pyos_sys_waitid(given->idtype, given->id.value, given->options, info);
    if (result < 0)
        return pyos_error_os(call->error, -result);
    call->result.nested = (struct pyos_nested){.record = &child_record, .data = info->pid != 0 ? info : NULL};
    return 0;
}

enum { POSITIONAL = PYOS_PARAM_POSITIONAL, ONLY = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY };

#define SIGNED(T, member) PYOS_PARAM_AS(T, member, #member, PYOS_TYPE_SIGNED)

static const struct pyos_param wait3_params[] = {
    {PYOS_PARAM(struct wait_arguments, options), .flags = POSITIONAL},
};
static const struct pyos_param wait4_params[] = {
    {PYOS_PARAM(struct wait_arguments, pid), .flags = POSITIONAL},
    {SIGNED(struct wait_arguments, options), .flags = POSITIONAL},
};
static const struct pyos_param waitpid_params[] = {
    {PYOS_PARAM(struct wait_arguments, pid), .flags = ONLY},
    {SIGNED(struct wait_arguments, options), .flags = ONLY},
};
static const struct pyos_param waitid_params[] = {
    {SIGNED(struct waitid_arguments, idtype), .flags = ONLY},
    {PYOS_PARAM(struct waitid_arguments, id), .flags = ONLY},
    {SIGNED(struct waitid_arguments, options), .flags = ONLY},
};

#define ITEM(member) PYOS_FIELD(union pyos_result, member), .flags = PYOS_FIELD_ITEM

static const struct pyos_field fields[] = {
    {ITEM(waited.pid)},
    {ITEM(waited.status)},
    {ITEM(waited.rusage)},
};
static const struct pyos_record pair = {"", fields, 2};
static const struct pyos_record triple = {"", fields, 3};

#define PARAMS(rows, T) .params = rows, .count = sizeof rows / sizeof *rows, .size = sizeof(struct T)
#define GIVES(tuple) .result = PYOS_TYPE_RECORD, .record = &tuple, .flags = PYOS_FUNCTION_INSIDE

static const struct pyos_function functions[] = {
    {.name = "wait", .doc = "Waits for a child to end: its pid and wait status.", GIVES(pair),
     .run = run_wait},
    {.name = "wait3", .doc = "Waits for a child: its pid, its wait status, what it has used.",
     PARAMS(wait3_params, wait_arguments), GIVES(triple), .run = run_wait3},
    {.name = "wait4", .doc = "Waits for the child PID: its pid, its wait status, what it has used.",
     PARAMS(wait4_params, wait_arguments), GIVES(triple), .run = run_wait4},
    {.name = "waitid", .doc = "Waits for children to change: P_PID, P_PGID, P_ALL or P_PIDFD, and which of them.",
     PARAMS(waitid_params, waitid_arguments), .result = PYOS_TYPE_NESTED, .record = &child_record,
     .flags = PYOS_FUNCTION_INSIDE, .run = run_waitid},
    {.name = "waitpid", .doc = "Waits for the child PID: its pid and wait status.",
     PARAMS(waitpid_params, wait_arguments), GIVES(pair), .run = run_waitpid},
};

const struct pyos_section pyos_os_reap_section = {
    "Process Management", NULL, functions, sizeof functions / sizeof *functions, "processes cannot be confined",
};
