/*
 * Everything that the scheduler knows of one thread, as one record, and changes of any of it that
 * leave the rest as it is.
 */
#ifndef PYOS_OS_SCHEDULING_H
#define PYOS_OS_SCHEDULING_H

#include "pyos/base/error.h"
#include "pyos/os/policy.h"
#include "pyos/py/record.h"
#include "pyos/py/type.h"

/* What is not known is what the kernel does not say: it is older, or the policy has no such thing. */
struct pyos_scheduling {
    int pid;
    int tid;
    const char *policy; /* SCHED_...; NULL for one that Linux got later */
    int64_t priority;   /* 0 but of SCHED_FIFO and SCHED_RR */
    struct pyos_cpus affinity;
    int nice;
    struct pyos_maybe_float rr_interval; /* seconds, as os.sched_rr_get_interval has it */
    bool reset_on_fork;
    struct pyos_maybe runtime, deadline, period; /* ns, of SCHED_DEADLINE */
    struct pyos_maybe uclamp_min, uclamp_max;    /* 0 to 1024 */
    struct pyos_maybe slice;                     /* ns, of the fair policies */
};

enum { PYOS_SCHEDULING_TID = 1 }; /* the group of the field tid */

extern const struct pyos_record pyos_scheduling_record;

/* What is to be changed: whatever is known or given. */
struct pyos_scheduling_change {
    const struct pyos_policy *policy;
    struct pyos_maybe priority;
    struct pyos_maybe nice; /* -20 to 19 */
    struct pyos_flag reset_on_fork;
    struct pyos_maybe runtime, deadline, period; /* ns; runtime of a fair policy is its slice */
    struct pyos_maybe uclamp_min, uclamp_max;    /* 0 to 1024, -1: the system's default */
    struct pyos_cpus affinity;
};

/* Fills in all but pid. tid: a thread, or a process for its first thread; 0 is the caller. */
int pyos_scheduling_get(int tid, struct pyos_scheduling *scheduling, struct pyos_error *error);

/* Whether it changes anything at all. */
bool pyos_scheduling_is_change(const struct pyos_scheduling_change *change);

/* ValueError or OverflowError for a number that no kernel would take or that it would quietly cut. */
int pyos_scheduling_check(const struct pyos_scheduling_change *change, struct pyos_error *error);

/*
 * Makes the change: the affinity, policy and parameters in one step, nice where the policy keeps it
 * aside. What was done before a step that failed stays done. OSErrors explain which limit or range
 * stands in the way.
 */
int pyos_scheduling_set(int tid, const struct pyos_scheduling_change *change, struct pyos_error *error);

#endif
