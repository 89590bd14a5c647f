#include "pyos/os/prlimit.h"

#include "pyos/os/limits.h"
#include "pyos/sys/rlimit.h"

#include <errno.h>

struct arguments {
    struct pyos_pid pid;
    struct pyos_configuration resource; /* its name or its number */
    struct pyos_ints limits;
};

static int find(const struct pyos_configuration *resource, int *number, struct pyos_error *error)
{
    *number = resource->number;
    if (resource->name.data && !pyos_os_limit_find(resource->name, number))
        return pyos_error_say(error, PYOS_VALUEERROR, "invalid resource specified");
    return 0;
}

/* -1 is none; Python takes what is below for an unsigned number, too. */
static int take(struct pyos_ints pair, struct pyos_sys_limits *limits, struct pyos_error *error)
{
    if (pair.count != 2)
        return pyos_error_say(error, PYOS_VALUEERROR, "expected a tuple of 2 integers");
    *limits = (struct pyos_sys_limits){(uint64_t)pair.items[0], (uint64_t)pair.items[1]}; /* as said above */
    return 0;
}

static int fail(struct pyos_call *call, int result)
{
    const struct arguments *given = call->arguments;

    if (result == -EINVAL && given->limits.items)
        return pyos_error_say(call->error, PYOS_VALUEERROR, "current limit exceeds maximum limit");
    if (result == -EINVAL)
        return pyos_error_say(call->error, PYOS_VALUEERROR, "invalid resource specified");
    return pyos_call_none(call, result);
}

static int run_prlimit(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    bool changes = given->limits.items;
    struct pyos_sys_limits limits;
    struct pyos_sys_limits old;
    int resource;
    int result;

    if (find(&given->resource, &resource, call->error) != 0 ||
        (changes && take(given->limits, &limits, call->error) != 0))
        return -1;
    result = pyos_sys_prlimit(given->pid.value, resource, changes ? &limits : NULL, &old);
    if (result < 0)
        return fail(call, result);
    call->result.wides[0] = (int64_t)old.soft; /* RLIM_INFINITY is -1 */
    call->result.wides[1] = (int64_t)old.hard;
    return 0;
}

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct arguments, pid), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
    {PYOS_PARAM(struct arguments, resource), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
    {PYOS_PARAM(struct arguments, limits), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY, .left_out = "None"},
};

static const struct pyos_field fields[] = {
    {PYOS_FIELD_AS(union pyos_result, wides[0], "soft", PYOS_TYPE_I64), .flags = PYOS_FIELD_ITEM},
    {PYOS_FIELD_AS(union pyos_result, wides[1], "hard", PYOS_TYPE_I64), .flags = PYOS_FIELD_ITEM},
};
static const struct pyos_record record = {"", fields, sizeof fields / sizeof *fields};

static const struct pyos_function functions[] = {
    {.name = "prlimit", .doc = "What a process may use of a RLIMIT_*; sets it to SOFT,HARD. -1 is no limit.",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct arguments),
     .result = PYOS_TYPE_RECORD, .record = &record, .run = run_prlimit},
};

const struct pyos_section pyos_os_prlimit_section = {
    "Process Parameters", "linux", functions, sizeof functions / sizeof *functions, "processes cannot be confined",
};
