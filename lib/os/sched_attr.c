#include "pyos/os/sched_attr.h"

#include "pyos/sys/sched.h"

struct arguments {
    struct pyos_pid pid;
    struct pyos_sched_attr attr;
};

#define FIELD(member, as) \
    {PYOS_FIELD_AS(struct pyos_sched_attr, member, "sched_" #member, as), \
     .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE}

static const struct pyos_field fields[] = {
    {PYOS_FIELD(struct pyos_sched_attr, size), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE},
    FIELD(policy, PYOS_TYPE_U32),   FIELD(flags, PYOS_TYPE_U64),   FIELD(nice, PYOS_TYPE_INT),
    FIELD(priority, PYOS_TYPE_U32), FIELD(runtime, PYOS_TYPE_U64), FIELD(deadline, PYOS_TYPE_U64),
    FIELD(period, PYOS_TYPE_U64),   FIELD(util_min, PYOS_TYPE_U32), FIELD(util_max, PYOS_TYPE_U32),
};
static const struct pyos_record record = {"sched_attr", fields, sizeof fields / sizeof *fields};

static int run_getattr(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct pyos_sched_attr *attr = pyos_arena_get(call->arena, sizeof *attr);

    if (!attr)
        return pyos_error_memory(call->error);
    call->result.nested = (struct pyos_nested){.record = &record, .data = attr};
    return pyos_call_none(call, pyos_sys_sched_getattr(given->pid.value, attr));
}

static int run_setattr(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct pyos_sched_attr attr = given->attr;

    return pyos_call_none(call, pyos_sys_sched_setattr(given->pid.value, &attr));
}

#define ATTR(member, as) \
    {PYOS_PARAM_AS(struct arguments, attr.member, #member, as), .metavar = "N", .left_out = "0"}

static const struct pyos_param getattr_params[] = {
    {PYOS_PARAM(struct arguments, pid), .flags = PYOS_PARAM_POSITIONAL, .left_out = "0"},
};
static const struct pyos_param setattr_params[] = {
    {PYOS_PARAM(struct arguments, pid), .flags = PYOS_PARAM_POSITIONAL},
    {PYOS_PARAM_AS(struct arguments, attr.policy, "policy", PYOS_TYPE_U32), .flags = PYOS_PARAM_POSITIONAL},
    ATTR(flags, PYOS_TYPE_U64),    ATTR(nice, PYOS_TYPE_INT),   ATTR(priority, PYOS_TYPE_U32),
    ATTR(runtime, PYOS_TYPE_U64),  ATTR(deadline, PYOS_TYPE_U64), ATTR(period, PYOS_TYPE_U64),
    ATTR(util_min, PYOS_TYPE_U32), ATTR(util_max, PYOS_TYPE_U32),
};

#define TAKES(rows) .params = rows, .count = sizeof rows / sizeof *rows, .size = sizeof(struct arguments)

static const struct pyos_function functions[] = {
    {.name = "sched_getattr", .doc = "All that the scheduler knows of a thread.", TAKES(getattr_params),
     .result = PYOS_TYPE_NESTED, .record = &record, .run = run_getattr},
    {.name = "sched_setattr", .doc = "Sets all that the scheduler knows of a thread; flags say what is kept.",
     TAKES(setattr_params), .result = PYOS_TYPE_NONE, .run = run_setattr},
};

const struct pyos_section pyos_os_sched_attr_section = {
    "Interface to the scheduler", "linux", functions, sizeof functions / sizeof *functions,
    "processes cannot be confined",
};
