#include "pyos/os/scheduling.h"

#include "pyos/os/refusal.h"
#include "pyos/os/sched.h"
#include "pyos/sys/identity.h"
#include "pyos/sys/sched.h"
#include "pyos/sys/statx.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/resource.h>

enum { NICE_MIN = -20, NICE_MAX = 19, CLAMP_MAX = 1024 };

#define FIELD(member) PYOS_FIELD(struct pyos_scheduling, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {FIELD(pid)},
    {FIELD(tid), .group = PYOS_SCHEDULING_TID, .doc = "with --all-threads"},
    {FIELD(policy), .doc = "SCHED_OTHER and so on"},
    {FIELD(priority), .doc = "of SCHED_FIFO and SCHED_RR"},
    {FIELD(affinity), .doc = "the CPUs that it may run on"},
    {FIELD(nice), .doc = "-20 to 19, the nicest"},
    {FIELD(rr_interval), .doc = "seconds, as os.sched_rr_get_interval()"},
    {FIELD(reset_on_fork), .doc = "children have no real time, no nice below 0"},
    {FIELD(runtime), .doc = "ns, of SCHED_DEADLINE, as the next two"},
    {FIELD(deadline)},
    {FIELD(period)},
    {FIELD(uclamp_min), .doc = "the least utilization, 0 to 1024"},
    {FIELD(uclamp_max), .doc = "the most"},
    {FIELD(slice), .doc = "ns, of SCHED_OTHER and SCHED_BATCH"},
};

const struct pyos_record pyos_scheduling_record = {NULL, fields, sizeof fields / sizeof *fields};

/* ---- reading */

/* The part of the attributes that the calls from before Linux 3.14 know. */
static int read_old(int tid, struct pyos_sched_attr *attr)
{
    int priority = 0;
    int policy = pyos_sys_sched_getscheduler(tid);
    int result = policy < 0 ? policy : pyos_sys_sched_getparam(tid, &priority);

    if (result < 0)
        return result;
    *attr = (struct pyos_sched_attr){
        .policy = (uint32_t)policy & ~(uint32_t)PYOS_SCHED_RESET_ON_FORK, /* it is no errno */
        .flags = policy & PYOS_SCHED_RESET_ON_FORK ? PYOS_SCHED_FLAG_RESET_ON_FORK : 0,
        .priority = (uint32_t)priority, /* 0 to 99 */
    };
    return 0;
}

/* The attributes, of size 0 from the old calls, and nice, which sched_getattr tells of some policies only. */
static int read_attr(int tid, struct pyos_sched_attr *attr, int *nice)
{
    int result = pyos_sys_sched_getattr(tid, attr);

    if (result == -ENOSYS || result == -EPERM) /* EPERM: what old container filters answer */
        result = read_old(tid, attr);
    return result < 0 ? result : pyos_sys_getpriority(PRIO_PROCESS, (uint32_t)tid, nice); /* not negative */
}

static struct pyos_maybe maybe(bool known, uint64_t value)
{
    return (struct pyos_maybe){known, known ? (int64_t)value : 0}; /* nanoseconds below 2^63 */
}

/* A kernel that was built without clamps shows them as 0, which they are nowhere else but by choice. */
static bool has_clamps(const struct pyos_sched_attr *attr)
{
    static const char clamps[] = "/proc/sys/kernel/sched_util_clamp_max";
    struct pyos_statx stat;

    return attr->size >= PYOS_SCHED_ATTR_CLAMPS &&
           (attr->util_max > 0 || pyos_sys_stat(pyos_place_native(AT_FDCWD), clamps, 1, &stat) == 0);
}

static void take_attr(struct pyos_scheduling *scheduling, const struct pyos_sched_attr *attr)
{
    const struct pyos_policy *policy = pyos_policy_find((int)attr->policy); /* a small number */
    bool deadline = policy && policy->number == PYOS_SCHED_DEADLINE && attr->size > 0;
    bool clamps = has_clamps(attr);

    scheduling->policy = policy ? policy->name : NULL;
    scheduling->priority = attr->priority;
    scheduling->reset_on_fork = attr->flags & PYOS_SCHED_FLAG_RESET_ON_FORK;
    scheduling->runtime = maybe(deadline, attr->runtime);
    scheduling->deadline = maybe(deadline, attr->deadline);
    scheduling->period = maybe(deadline, attr->period);
    scheduling->uclamp_min = maybe(clamps, attr->util_min);
    scheduling->uclamp_max = maybe(clamps, attr->util_max);
    scheduling->slice = maybe(policy && policy->fair && attr->runtime > 0, attr->runtime);
}

int pyos_scheduling_get(int tid, struct pyos_scheduling *scheduling, struct pyos_error *error)
{
    struct pyos_sched_attr attr;
    struct pyos_error ignored;
    int result;

    *scheduling = (struct pyos_scheduling){.tid = tid != 0 ? tid : pyos_sys_gettid()};
    scheduling->pid = scheduling->tid;
    result = read_attr(tid, &attr, &scheduling->nice);
    if (result < 0)
        return pyos_error_os(error, -result);
    take_attr(scheduling, &attr);
    scheduling->rr_interval.known =
        pyos_os_sched_rr_get_interval(tid, &scheduling->rr_interval.value, &ignored) == 0;
    return pyos_os_sched_getaffinity(tid, &scheduling->affinity, error);
}

/* ---- changing */

static int check_clamp(const char *name, struct pyos_maybe clamp, struct pyos_error *error)
{
    if (!clamp.known || (clamp.value >= -1 && clamp.value <= CLAMP_MAX))
        return 0;
    return pyos_error_say(error, PYOS_VALUEERROR, "%s is 0 to %d, or -1 for the system's default, not %lld", name,
                          CLAMP_MAX, (long long)clamp.value); /* as %lld has it */
}

int pyos_scheduling_check(const struct pyos_scheduling_change *change, struct pyos_error *error)
{
    struct pyos_maybe nice = change->nice;
    struct pyos_maybe priority = change->priority;

    if (priority.known && (priority.value < INT_MIN || priority.value > INT_MAX))
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "sched_priority out of range");
    if (nice.known && (nice.value < NICE_MIN || nice.value > NICE_MAX))
        return pyos_error_say(error, PYOS_VALUEERROR, "nice is %d to %d, not %lld", NICE_MIN, NICE_MAX,
                              (long long)nice.value); /* as %lld has it */
    if (check_clamp("uclamp_min", change->uclamp_min, error) != 0)
        return -1;
    return check_clamp("uclamp_max", change->uclamp_max, error);
}

/* Whether it needs what the old calls do not have. */
static bool is_new(const struct pyos_scheduling_change *change)
{
    return change->runtime.known || change->deadline.known || change->period.known || change->uclamp_min.known ||
           change->uclamp_max.known;
}

/* Whether it is about the policy or its parameters, nice aside. */
static bool is_policy(const struct pyos_scheduling_change *change)
{
    return change->policy || change->priority.known || change->reset_on_fork.given || is_new(change);
}

bool pyos_scheduling_is_change(const struct pyos_scheduling_change *change)
{
    return is_policy(change) || change->nice.known || change->affinity.given;
}

/* Another policy: what it does not share with the one before is forgotten. */
static void move(struct pyos_sched_attr *attr, const struct pyos_policy *to)
{
    const struct pyos_policy *from = pyos_policy_find((int)attr->policy); /* a small number */

    if (from == to)
        return;
    attr->policy = (uint32_t)to->number; /* a small number too */
    attr->flags &= PYOS_SCHED_FLAG_RESET_ON_FORK;
    if (!to->realtime)
        attr->priority = 0;
    if (!to->fair || !from || !from->fair)
        attr->runtime = 0;
    attr->deadline = 0;
    attr->period = 0;
}

static void put(uint64_t *value, struct pyos_maybe named)
{
    if (named.known)
        *value = (uint64_t)named.value; /* never negative (py/nanoseconds) */
}

static void put_clamp(struct pyos_sched_attr *attr, uint32_t *value, struct pyos_maybe named, uint64_t flag)
{
    if (!named.known)
        return;
    *value = (uint32_t)named.value; /* -1, which is all ones, to 1024 */
    attr->flags |= flag;
}

/* What a thread is to have: what it had, but for what was named. */
static struct pyos_sched_attr merge(const struct pyos_sched_attr *had, int nice,
                                    const struct pyos_scheduling_change *change)
{
    struct pyos_sched_attr asked = *had;

    asked.flags &= PYOS_SCHED_FLAG_RESET_ON_FORK | PYOS_SCHED_FLAG_RECLAIM | PYOS_SCHED_FLAG_DL_OVERRUN;
    asked.nice = change->nice.known ? (int32_t)change->nice.value : nice; /* was checked */
    if (change->policy)
        move(&asked, change->policy);
    if (change->priority.known)
        asked.priority = (uint32_t)change->priority.value; /* an int; the kernel refuses what is negative */
    if (change->reset_on_fork.given) {
        asked.flags &= ~(uint64_t)PYOS_SCHED_FLAG_RESET_ON_FORK; /* all other bits */
        asked.flags |= change->reset_on_fork.value ? PYOS_SCHED_FLAG_RESET_ON_FORK : 0;
    }
    put(&asked.runtime, change->runtime);
    put(&asked.deadline, change->deadline);
    put(&asked.period, change->period);
    put_clamp(&asked, &asked.util_min, change->uclamp_min, PYOS_SCHED_FLAG_UTIL_CLAMP_MIN);
    put_clamp(&asked, &asked.util_max, change->uclamp_max, PYOS_SCHED_FLAG_UTIL_CLAMP_MAX);
    return asked;
}

/* As sched_setattr does it, by the calls from before it. */
static int write_old(int tid, const struct pyos_sched_attr *asked, const struct pyos_scheduling_change *change)
{
    int reset = asked->flags & PYOS_SCHED_FLAG_RESET_ON_FORK ? PYOS_SCHED_RESET_ON_FORK : 0;
    int result = 0;

    if (is_new(change) || asked->policy == PYOS_SCHED_DEADLINE)
        return -ENOSYS;
    if (is_policy(change))
        result = pyos_sys_sched_setscheduler(tid, (int)asked->policy | reset, (int)asked->priority); /* were ints */
    return result;
}

static int set_nice(int tid, struct pyos_maybe nice, struct pyos_error *error)
{
    int result = pyos_sys_setpriority(PRIO_PROCESS, (uint32_t)tid, (int)nice.value); /* were checked */

    return result < 0 ? pyos_refusal_nice(tid, (int)nice.value, -result, error) : 0;
}

/* The kernel takes what a policy has no use for, and forgets it. */
static int check_use(const struct pyos_policy *policy, const struct pyos_scheduling_change *change,
                     struct pyos_error *error)
{
    bool deadline = policy->number == PYOS_SCHED_DEADLINE;
    bool slice = policy->number == PYOS_SCHED_OTHER || policy->number == PYOS_SCHED_BATCH;

    if ((change->deadline.known || change->period.known) && !deadline) {
        pyos_error_os(error, EINVAL);
        return pyos_error_explain(error, "deadline and period are of SCHED_DEADLINE, not of %s", policy->name);
    }
    if (change->runtime.known && !deadline && !slice) {
        pyos_error_os(error, EINVAL);
        return pyos_error_explain(error, "runtime is of SCHED_DEADLINE, SCHED_OTHER and SCHED_BATCH, not of %s",
                                  policy->name);
    }
    return 0;
}

/* The fair policies have nice among their attributes; of all others it is kept for when they end. */
static int set_attr(int tid, const struct pyos_sched_attr *had, int nice, const struct pyos_scheduling_change *change,
                    struct pyos_error *error)
{
    struct pyos_sched_attr asked = merge(had, nice, change);
    const struct pyos_policy *policy = pyos_policy_find((int)asked.policy); /* a small number */
    bool nice_aside = change->nice.known && (!policy || !policy->fair);
    int result = 0;

    if (policy && check_use(policy, change, error) != 0)
        return -1;
    if (is_policy(change) || (change->nice.known && !nice_aside))
        result = pyos_sys_sched_setattr(tid, &asked);
    if (result == -ENOSYS) {
        result = write_old(tid, &asked, change);
        nice_aside = change->nice.known;
    }
    if (result < 0)
        return pyos_refusal_attr(&(struct pyos_sched_attempt){tid, had, &asked, nice}, -result, error);
    return nice_aside ? set_nice(tid, change->nice, error) : 0;
}

static int set_affinity(int tid, const struct pyos_cpus *cpus, struct pyos_error *error)
{
    int result = pyos_sys_sched_setaffinity(tid, cpus->words, sizeof cpus->words);

    return result < 0 ? pyos_refusal_affinity(tid, cpus, -result, error) : 0;
}

int pyos_scheduling_set(int tid, const struct pyos_scheduling_change *change, struct pyos_error *error)
{
    struct pyos_sched_attr had;
    int nice;
    int result = read_attr(tid, &had, &nice);
    bool deadline = had.policy == PYOS_SCHED_DEADLINE; /* it lets its CPUs be changed only when it is left */

    if (result < 0)
        return pyos_error_os(error, -result);
    if (change->affinity.given && !deadline && set_affinity(tid, &change->affinity, error) != 0)
        return -1;
    if (set_attr(tid, &had, nice, change, error) != 0)
        return -1;
    return change->affinity.given && deadline ? set_affinity(tid, &change->affinity, error) : 0;
}
