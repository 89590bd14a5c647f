#include "pyos/os/refusal.h"

#include "pyos/os/policy.h"
#include "pyos/os/system.h"
#include "pyos/py/cpus.h"
#include "pyos/sys/power.h"
#include "pyos/sys/rlimit.h"

#include <errno.h>
#include <inttypes.h>
#include <sys/resource.h>

static int explain_owner(int tid, struct pyos_error *error)
{
    return pyos_error_explain(error, "process %d is another user's, which needs CAP_SYS_NICE", tid);
}

/* RLIMIT_NICE is 20 - nice: 1 allows 19, 40 allows -20. True where it explains the refusal. */
static bool explain_nice(int tid, int nice, struct pyos_error *error)
{
    struct pyos_sys_limits limits = {0};
    uint64_t needed = (uint64_t)(20 - nice); /* nice <= 19 */

    pyos_sys_prlimit(tid, RLIMIT_NICE, NULL, &limits);
    if (limits.soft >= needed)
        return false;
    pyos_error_explain(error, "nice %d needs RLIMIT_NICE to be %" PRIu64 " or more (it is %" PRIu64
                       "), or CAP_SYS_NICE", nice, needed, limits.soft);
    return true;
}

/* A policy with priorities: what RLIMIT_RTPRIO has to say. */
static bool explain_realtime(const struct pyos_sched_attempt *attempt, const struct pyos_policy *policy,
                             struct pyos_error *error)
{
    uint32_t priority = attempt->asked->priority;
    struct pyos_sys_limits limits = {0};

    pyos_sys_prlimit(attempt->tid, RLIMIT_RTPRIO, NULL, &limits);
    if (limits.soft >= priority)
        return false;
    pyos_error_explain(error, "%s with priority %" PRIu32 " needs RLIMIT_RTPRIO to be %" PRIu32
                       " or more (it is %" PRIu64 "), or CAP_SYS_NICE", policy->name, priority, priority, limits.soft);
    return true;
}

/* The caller has CAP_SYS_NICE, and that was not enough. */
static int explain_privileged(const struct pyos_policy *policy, struct pyos_error *error)
{
    if (policy && policy->realtime)
        return pyos_error_explain(error, "its control group may have no real-time budget (cpu.rt_runtime_us is 0)");
    if (policy && policy->number == PYOS_SCHED_DEADLINE)
        return pyos_error_explain(error, "a SCHED_DEADLINE thread must be allowed to run on every CPU of its domain");
    return -1;
}

static int explain_permission(const struct pyos_sched_attempt *attempt, struct pyos_error *error)
{
    const struct pyos_sched_attr *had = attempt->had;
    const struct pyos_sched_attr *asked = attempt->asked;
    const struct pyos_policy *policy = pyos_policy_find((int)asked->policy); /* a small number */
    bool resets_less = had->flags & ~asked->flags & PYOS_SCHED_FLAG_RESET_ON_FORK;
    bool leaves_idle = had->policy == PYOS_SCHED_IDLE && asked->policy != PYOS_SCHED_IDLE;

    if (!pyos_sys_may_signal(attempt->tid))
        return explain_owner(attempt->tid, error);
    if (pyos_sys_may_schedule())
        return explain_privileged(policy, error);
    if (policy && policy->realtime && explain_realtime(attempt, policy, error))
        return -1;
    if (policy && policy->fair && asked->nice < attempt->nice && explain_nice(attempt->tid, asked->nice, error))
        return -1;
    if (leaves_idle && explain_nice(attempt->tid, attempt->nice, error))
        return -1;
    if (resets_less)
        return pyos_error_explain(error, "clearing reset_on_fork needs CAP_SYS_NICE");
    if (policy && policy->number != PYOS_SCHED_DEADLINE)
        return explain_owner(attempt->tid, error); /* all that is left: its user has changed since */
    return pyos_error_explain(error, "%s needs CAP_SYS_NICE", policy ? policy->name : "that");
}

static int explain_no_clamps(struct pyos_error *error)
{
    return pyos_error_explain(error, "this kernel has no utilization clamps");
}

/* True where the clamps are what is wrong. */
static bool explain_clamps(const struct pyos_sched_attempt *attempt, struct pyos_error *error)
{
    const struct pyos_sched_attr *asked = attempt->asked;
    bool clamps = asked->flags & (PYOS_SCHED_FLAG_UTIL_CLAMP_MIN | PYOS_SCHED_FLAG_UTIL_CLAMP_MAX);

    if (!clamps || (attempt->had->size >= PYOS_SCHED_ATTR_CLAMPS && asked->util_min <= asked->util_max))
        return false;
    if (attempt->had->size < PYOS_SCHED_ATTR_CLAMPS)
        explain_no_clamps(error);
    else
        pyos_error_explain(error, "uclamp_min, %" PRIu32 ", is above uclamp_max, %" PRIu32, asked->util_min,
                           asked->util_max);
    return true;
}

static int explain_priority(const struct pyos_policy *policy, int lowest, int highest, int priority,
                            struct pyos_error *error)
{
    if (lowest == highest)
        return pyos_error_explain(error, "the priority of %s is %d, not %d", policy->name, lowest, priority);
    return pyos_error_explain(error, "the priority of %s is %d to %d, not %d", policy->name, lowest, highest,
                              priority);
}

static int explain_range(const struct pyos_sched_attempt *attempt, struct pyos_error *error)
{
    const struct pyos_sched_attr *asked = attempt->asked;
    const struct pyos_policy *policy = pyos_policy_find((int)asked->policy); /* a small number */
    int priority = (int)asked->priority; /* it came from an int */
    int lowest = pyos_sys_sched_priority_min((int)asked->policy);
    int highest = pyos_sys_sched_priority_max((int)asked->policy);

    if (!policy)
        return -1;
    if (lowest < 0)
        return pyos_error_explain(error, "this kernel has no %s", policy->name);
    if (priority < lowest || priority > highest)
        return explain_priority(policy, lowest, highest, priority, error);
    if (explain_clamps(attempt, error))
        return -1;
    if (policy->number == PYOS_SCHED_DEADLINE)
        return pyos_error_explain(error, "SCHED_DEADLINE wants 1024 <= runtime <= deadline <= period, in nanoseconds, "
                                  "here %" PRIu64 ", %" PRIu64 ", %" PRIu64 "; and a period that "
                                  "/proc/sys/kernel/sched_deadline_period_*_us allow", asked->runtime,
                                  asked->deadline, asked->period);
    if (policy->number == PYOS_SCHED_EXT)
        return pyos_error_explain(error, "this kernel was built without SCHED_EXT");
    return -1;
}

int pyos_refusal_attr(const struct pyos_sched_attempt *attempt, int errnum, struct pyos_error *error)
{
    pyos_error_os(error, errnum);
    switch (errnum) {
    case EPERM: return explain_permission(attempt, error);
    case EINVAL: return explain_range(attempt, error);
    case EBUSY: return pyos_error_explain(error, "the SCHED_DEADLINE threads would need more CPU time than there is");
    case ENOSYS: return pyos_error_explain(error, "only sched_setattr sets that, and this kernel has none");
    case E2BIG:
    case EOPNOTSUPP: return explain_no_clamps(error);
    default: return -1;
    }
}

int pyos_refusal_nice(int tid, int nice, int errnum, struct pyos_error *error)
{
    pyos_error_os(error, errnum);
    if (errnum == EPERM)
        return explain_owner(tid, error);
    if (errnum == EACCES)
        explain_nice(tid, nice, error);
    return -1;
}

/* Which CPUs there are to choose from, beside those that were asked for. */
static int explain_cpus(const struct pyos_cpus *asked, struct pyos_error *error)
{
    struct pyos_cpus online;
    struct pyos_buf text = {0};
    int begin;

    pyos_os_online(&online);
    if (pyos_cpus_count(asked) == 0)
        return pyos_error_explain(error, "no machine has such a CPU: the last one is %d", PYOS_CPUS_MAX - 1);
    pyos_cpus_list(&text, asked);
    pyos_buf_char(&text, '\0');
    begin = (int)text.size; /* at most some kilobytes */
    pyos_cpus_list(&text, &online);
    pyos_buf_char(&text, '\0');
    if (!text.failed)
        pyos_error_explain(error, "no CPU of '%.100s' is online ('%.100s') and in the cpuset of the process",
                           text.data, text.data + begin);
    pyos_buf_free(&text);
    return -1;
}

int pyos_refusal_affinity(int tid, const struct pyos_cpus *asked, int errnum, struct pyos_error *error)
{
    pyos_error_os(error, errnum);
    switch (errnum) {
    case EPERM: return explain_owner(tid, error);
    case EINVAL: return explain_cpus(asked, error);
    case EBUSY:
        return pyos_error_explain(error, "a SCHED_DEADLINE thread must be allowed to run on every CPU of its domain");
    default: return -1;
    }
}
