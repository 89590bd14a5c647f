#include "pyos/os/sched.h"

#include "pyos/py/time.h"
#include "pyos/sys/sched.h"

#include <limits.h>

/* What a call gave: *value, where it is no errno. */
static int take(int result, int *value, struct pyos_error *error)
{
    if (result < 0)
        return pyos_error_os(error, -result);
    *value = result;
    return 0;
}

static int check(int result, struct pyos_error *error)
{
    return result < 0 ? pyos_error_os(error, -result) : 0;
}

int pyos_os_sched_get_priority_min(int policy, int *priority, struct pyos_error *error)
{
    return take(pyos_sys_sched_priority_min(policy), priority, error);
}

int pyos_os_sched_get_priority_max(int policy, int *priority, struct pyos_error *error)
{
    return take(pyos_sys_sched_priority_max(policy), priority, error);
}

int pyos_os_sched_yield(struct pyos_error *error)
{
    return check(pyos_sys_sched_yield(), error);
}

int pyos_os_sched_getscheduler(int pid, int *policy, struct pyos_error *error)
{
    return take(pyos_sys_sched_getscheduler(pid), policy, error);
}

static int check_priority(int64_t priority, struct pyos_error *error)
{
    if (priority < INT_MIN || priority > INT_MAX)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "sched_priority out of range");
    return 0;
}

int pyos_os_sched_setscheduler(int pid, int policy, int64_t priority, struct pyos_error *error)
{
    if (check_priority(priority, error) != 0)
        return -1;
    return check(pyos_sys_sched_setscheduler(pid, policy, (int)priority), error); /* in range */
}

int pyos_os_sched_getparam(int pid, int64_t *priority, struct pyos_error *error)
{
    int value = 0;
    int result = pyos_sys_sched_getparam(pid, &value);

    *priority = value;
    return check(result, error);
}

int pyos_os_sched_setparam(int pid, int64_t priority, struct pyos_error *error)
{
    if (check_priority(priority, error) != 0)
        return -1;
    return check(pyos_sys_sched_setparam(pid, (int)priority), error); /* in range */
}

int pyos_os_sched_rr_get_interval(int pid, double *interval, struct pyos_error *error)
{
    struct pyos_time time = {0};
    int result = pyos_sys_sched_interval(pid, &time.seconds, &time.nanoseconds);

    *interval = pyos_time_float(time);
    return check(result, error);
}

int pyos_os_sched_getaffinity(int pid, struct pyos_cpus *cpus, struct pyos_error *error)
{
    cpus->given = true;
    return check(pyos_sys_sched_getaffinity(pid, cpus->words, sizeof cpus->words), error);
}

int pyos_os_sched_setaffinity(int pid, const struct pyos_cpus *cpus, struct pyos_error *error)
{
    return check(pyos_sys_sched_setaffinity(pid, cpus->words, sizeof cpus->words), error);
}

/* ---- the rows */

struct policy_arguments {
    int policy;
};

struct pid_arguments {
    struct pyos_pid pid;
};

struct mask_arguments {
    struct pyos_pid pid;
    struct pyos_cpus mask;
};

struct param_arguments {
    struct pyos_pid pid;
    int policy;
    int64_t param;
};

struct sched_param {
    int64_t sched_priority;
};

#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define ONLY .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY

static const struct pyos_param policy_params[] = {{PYOS_PARAM(struct policy_arguments, policy), POSITIONAL}};
static const struct pyos_param pid_params[] = {{PYOS_PARAM(struct pid_arguments, pid), ONLY}};
static const struct pyos_param mask_params[] = {
    {PYOS_PARAM(struct mask_arguments, pid), ONLY},
    {PYOS_PARAM(struct mask_arguments, mask), ONLY},
};
static const struct pyos_wording param = {.type = "must have a sched_param object"};
static const struct pyos_param setscheduler_params[] = {
    {PYOS_PARAM(struct param_arguments, pid), ONLY},
    {PYOS_PARAM_AS(struct param_arguments, policy, "policy", PYOS_TYPE_SIGNED), ONLY},
    {PYOS_PARAM(struct param_arguments, param), ONLY, .wording = &param},
};
static const struct pyos_param setparam_params[] = {
    {PYOS_PARAM(struct param_arguments, pid), ONLY},
    {PYOS_PARAM(struct param_arguments, param), ONLY, .wording = &param},
};
static const struct pyos_param sched_param_params[] = {{PYOS_PARAM(struct sched_param, sched_priority), POSITIONAL}};

static const struct pyos_field sched_param_fields[] = {
    {PYOS_FIELD_AS(union pyos_result, wide, "sched_priority", PYOS_TYPE_I64),
     .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE},
};
static const struct pyos_record sched_param_record = {"posix.sched_param", sched_param_fields, 1};

static int pid_of(const struct pyos_call *call)
{
    const struct pid_arguments *given = call->arguments;

    return given->pid.value;
}

static int policy_of(const struct pyos_call *call)
{
    const struct policy_arguments *given = call->arguments;

    return given->policy;
}

static int run_get_priority_max(struct pyos_call *call)
{
    return pyos_os_sched_get_priority_max(policy_of(call), &call->result.number, call->error);
}

static int run_get_priority_min(struct pyos_call *call)
{
    return pyos_os_sched_get_priority_min(policy_of(call), &call->result.number, call->error);
}

static int run_getaffinity(struct pyos_call *call)
{
    return pyos_os_sched_getaffinity(pid_of(call), &call->result.cpus, call->error);
}

static int run_getparam(struct pyos_call *call)
{
    return pyos_os_sched_getparam(pid_of(call), &call->result.wide, call->error);
}

static int run_getscheduler(struct pyos_call *call)
{
    return pyos_os_sched_getscheduler(pid_of(call), &call->result.number, call->error);
}

static int run_sched_param(struct pyos_call *call)
{
    const struct sched_param *given = call->arguments;

    call->result.wide = given->sched_priority;
    return 0;
}

static int run_rr_get_interval(struct pyos_call *call)
{
    return pyos_os_sched_rr_get_interval(pid_of(call), &call->result.real, call->error);
}

static int run_setaffinity(struct pyos_call *call)
{
    const struct mask_arguments *given = call->arguments;

    return pyos_os_sched_setaffinity(given->pid.value, &given->mask, call->error);
}

static int run_setparam(struct pyos_call *call)
{
    const struct param_arguments *given = call->arguments;

    return pyos_os_sched_setparam(given->pid.value, given->param, call->error);
}

static int run_setscheduler(struct pyos_call *call)
{
    const struct param_arguments *given = call->arguments;

    return pyos_os_sched_setscheduler(given->pid.value, given->policy, given->param, call->error);
}

static int run_yield(struct pyos_call *call)
{
    return pyos_os_sched_yield(call->error);
}

#define TAKES(type, parameters) \
    .params = parameters, .count = sizeof parameters / sizeof *parameters, .size = sizeof(struct type)
#define POLICY TAKES(policy_arguments, policy_params)
#define PID TAKES(pid_arguments, pid_params)

static const struct pyos_function functions[] = {
    {.name = "sched_get_priority_max", .doc = "The highest priority that a policy has.", POLICY,
     .result = PYOS_TYPE_INT, .emulation = PYOS_SUPPORTED, .run = run_get_priority_max},
    {.name = "sched_get_priority_min", .doc = "The lowest priority that a policy has.", POLICY,
     .result = PYOS_TYPE_INT, .emulation = PYOS_SUPPORTED, .run = run_get_priority_min},
    {.name = "sched_getaffinity", .doc = "The CPUs on which a process may run.", PID,
     .result = PYOS_TYPE_CPUS, .run = run_getaffinity},
    {.name = "sched_getparam", .doc = "The priority of a process, as os.sched_param.", PID,
     .result = PYOS_TYPE_RECORD, .record = &sched_param_record, .run = run_getparam},
    {.name = "sched_getscheduler", .doc = "The policy of a process, as a number.", PID,
     .result = PYOS_TYPE_INT, .run = run_getscheduler},
    {.name = "sched_param", .doc = "A priority, as os.sched_param shows it.",
     TAKES(sched_param, sched_param_params),
     .result = PYOS_TYPE_RECORD, .record = &sched_param_record, .emulation = PYOS_SUPPORTED, .run = run_sched_param},
    {.name = "sched_rr_get_interval", .doc = "The time slice of SCHED_RR, in seconds.", PID,
     .result = PYOS_TYPE_FLOAT, .run = run_rr_get_interval},
    {.name = "sched_setaffinity", .doc = "Sets the CPUs, such as 0,2,4-7, on which a process may run.",
     TAKES(mask_arguments, mask_params), .result = PYOS_TYPE_NONE, .run = run_setaffinity},
    {.name = "sched_setparam", .doc = "Sets the priority of a process.",
     TAKES(param_arguments, setparam_params), .result = PYOS_TYPE_NONE, .run = run_setparam},
    {.name = "sched_setscheduler", .doc = "Sets the policy and the priority of a process.",
     TAKES(param_arguments, setscheduler_params), .result = PYOS_TYPE_NONE, .run = run_setscheduler},
    {.name = "sched_yield", .doc = "Lets others run first.", .result = PYOS_TYPE_NONE,
     .emulation = PYOS_SUPPORTED, .run = run_yield},
};

const struct pyos_section pyos_os_sched_section = {
    "Interface to the scheduler", NULL, functions, sizeof functions / sizeof *functions, "processes cannot be confined",
};
