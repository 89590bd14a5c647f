#include "pyos/os/process.h"

#include "pyos/py/errno.h"
#include "pyos/sys/identity.h"
#include "pyos/sys/process.h"

struct pid_arguments {
    struct pyos_pid pid;
    struct pyos_pid pgrp;
};

struct priority_arguments {
    int which;
    int who; /* the kernel takes it without a sign */
    int priority;
};

struct mask_arguments {
    struct pyos_mode mask;
};

struct setns_arguments {
    struct pyos_fildes fd;
    int nstype;
};

struct flags_arguments {
    int flags;
};

struct code_arguments {
    int code;
};

static int run_ctermid(struct pyos_call *call)
{
    call->result.str = pyos_str("/dev/tty");
    return 0;
}

/* ---- processes, groups, sessions */

static int pid_of(const struct pyos_call *call)
{
    const struct pid_arguments *given = call->arguments;

    return given->pid.value;
}

static int run_getpid(struct pyos_call *call)
{
    return pyos_call_number(call, pyos_sys_getpid());
}

static int run_getppid(struct pyos_call *call)
{
    return pyos_call_number(call, pyos_sys_getppid());
}

static int run_getpgid(struct pyos_call *call)
{
    return pyos_call_number(call, pyos_sys_getpgid(pid_of(call)));
}

static int run_getpgrp(struct pyos_call *call)
{
    return pyos_call_number(call, pyos_sys_getpgid(0));
}

static int run_setpgid(struct pyos_call *call)
{
    const struct pid_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_setpgid(given->pid.value, given->pgrp.value));
}

static int run_setpgrp(struct pyos_call *call)
{
    return pyos_call_none(call, pyos_sys_setpgid(0, 0));
}

static int run_getsid(struct pyos_call *call)
{
    return pyos_call_number(call, pyos_sys_getsid(pid_of(call)));
}

static int run_setsid(struct pyos_call *call)
{
    return pyos_call_none(call, pyos_sys_setsid());
}

/* ---- what the process has of the kernel */

static int run_getpriority(struct pyos_call *call)
{
    const struct priority_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_getpriority(given->which, (uint32_t)given->who, /* as said above */
                                                     &call->result.number));
}

static int run_setpriority(struct pyos_call *call)
{
    const struct priority_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_setpriority(given->which, (uint32_t)given->who, given->priority)); /* too */
}

static int run_umask(struct pyos_call *call)
{
    const struct mask_arguments *given = call->arguments;

    return pyos_call_number(call, pyos_sys_umask(given->mask.bits));
}

static int run_setns(struct pyos_call *call)
{
    const struct setns_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_setns(given->fd.value, given->nstype));
}

static int run_unshare(struct pyos_call *call)
{
    const struct flags_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_unshare(given->flags));
}

static int run_strerror(struct pyos_call *call)
{
    const struct code_arguments *given = call->arguments;
    struct pyos_buf text = {0};

    pyos_errno_message(&text, given->code);
    return pyos_call_take(call, &text, &call->result.str) == 0 ? 0 : pyos_error_memory(call->error);
}

/* ---- uname */

#define NAME(member) \
    PYOS_FIELD_AS(struct utsname, member, #member, PYOS_TYPE_CHARS), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field uname_fields[] = {
    {NAME(sysname), .doc = "operating system name"},
    {NAME(nodename), .doc = "name of machine on network (implementation-defined)"},
    {NAME(release), .doc = "operating system release"},
    {NAME(version), .doc = "operating system version"},
    {NAME(machine), .doc = "hardware identifier"},
};
const struct pyos_record pyos_uname_record = {
    "posix.uname_result", uname_fields, sizeof uname_fields / sizeof *uname_fields,
};

static int run_uname(struct pyos_call *call)
{
    struct utsname *names = pyos_arena_get(call->arena, sizeof *names);

    if (!names)
        return pyos_error_memory(call->error);
    call->result.nested = (struct pyos_nested){.record = &pyos_uname_record, .data = names};
    return pyos_call_none(call, pyos_sys_uname(names));
}

/* ---- the rows */

enum { POSITIONAL = PYOS_PARAM_POSITIONAL, ONLY = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY };

static const struct pyos_param pid_params[] = {
    {PYOS_PARAM(struct pid_arguments, pid), .flags = POSITIONAL},
};
static const struct pyos_param only_pid_params[] = {
    {PYOS_PARAM(struct pid_arguments, pid), .flags = ONLY},
    {PYOS_PARAM(struct pid_arguments, pgrp), .flags = ONLY},
};
static const struct pyos_param priority_params[] = {
    {PYOS_PARAM(struct priority_arguments, which), .flags = POSITIONAL},
    {PYOS_PARAM(struct priority_arguments, who), .flags = POSITIONAL},
    {PYOS_PARAM(struct priority_arguments, priority), .flags = POSITIONAL},
};
static const struct pyos_param mask_params[] = {{PYOS_PARAM(struct mask_arguments, mask), .flags = ONLY}};
static const struct pyos_param setns_params[] = {
    {PYOS_PARAM(struct setns_arguments, fd), .flags = POSITIONAL},
    {PYOS_PARAM(struct setns_arguments, nstype), .flags = POSITIONAL, .left_out = "0"},
};
static const struct pyos_param flags_params[] = {{PYOS_PARAM(struct flags_arguments, flags), .flags = POSITIONAL}};
static const struct pyos_param code_params[] = {{PYOS_PARAM(struct code_arguments, code), .flags = ONLY}};

#define FIRST(rows, n, T) .params = rows, .count = n, .size = sizeof(struct T)
#define NUMBER .result = PYOS_TYPE_INT
#define ACTS .result = PYOS_TYPE_NONE, .flags = PYOS_FUNCTION_INSIDE

static const struct pyos_function functions[] = {
    {.name = "ctermid", .doc = "The name of the controlling terminal.", .result = PYOS_TYPE_STR,
     .emulation = PYOS_SUPPORTED, .run = run_ctermid},
    {.name = "getpgid", .doc = "The process group of a process; 0 is this one.", FIRST(pid_params, 1, pid_arguments),
     NUMBER, .run = run_getpgid},
    {.name = "getpgrp", .doc = "The process group of this process.", NUMBER,
     .emulation = PYOS_SUPPORTED, .run = run_getpgrp},
    {.name = "getpid", .doc = "The id of this process.", NUMBER, .emulation = PYOS_SUPPORTED, .run = run_getpid},
    {.name = "getppid", .doc = "The id of the process that started this one.", NUMBER,
     .emulation = PYOS_SUPPORTED, .run = run_getppid},
    {.name = "getpriority", .doc = "The nice value of a PRIO_PROCESS, PRIO_PGRP or PRIO_USER.",
     FIRST(priority_params, 2, priority_arguments), NUMBER, .run = run_getpriority},
    {.name = "getsid", .doc = "The session of a process; 0 is this one.", FIRST(only_pid_params, 1, pid_arguments),
     NUMBER, .run = run_getsid},
    {.name = "setns", .doc = "Joins a namespace that a descriptor stands for.",
     FIRST(setns_params, 2, setns_arguments), ACTS, .reason = "namespaces cannot be confined", .run = run_setns},
    {.name = "setpgid", .doc = "Puts a process into a process group.", FIRST(only_pid_params, 2, pid_arguments),
     .result = PYOS_TYPE_NONE, .run = run_setpgid},
    {.name = "setpgrp", .doc = "Makes this process the leader of a process group.", ACTS, .run = run_setpgrp},
    {.name = "setpriority", .doc = "Sets the nice value of a PRIO_PROCESS, PRIO_PGRP or PRIO_USER.",
     FIRST(priority_params, 3, priority_arguments), .result = PYOS_TYPE_NONE, .run = run_setpriority},
    {.name = "setsid", .doc = "Makes this process the leader of a session.", ACTS, .run = run_setsid},
    {.name = "strerror", .doc = "What an errno means.", FIRST(code_params, 1, code_arguments),
     .result = PYOS_TYPE_STR, .emulation = PYOS_SUPPORTED, .run = run_strerror},
    {.name = "umask", .doc = "Sets the permissions that new files do not get; the result is what it was.",
     FIRST(mask_params, 1, mask_arguments), NUMBER, .flags = PYOS_FUNCTION_INSIDE,
     .emulation = PYOS_EMULATED, .reason = "the umask is its own", .run = run_umask},
    {.name = "uname", .doc = "The names and versions of the system.", .result = PYOS_TYPE_NESTED,
     .record = &pyos_uname_record, .emulation = PYOS_SUPPORTED, .run = run_uname},
    {.name = "unshare", .doc = "Gives this process namespaces of its own.",
     FIRST(flags_params, 1, flags_arguments), ACTS, .reason = "namespaces cannot be confined", .run = run_unshare},
};

const struct pyos_section pyos_os_process_section = {
    "Process Parameters", NULL, functions, sizeof functions / sizeof *functions, "processes cannot be confined",
};
