/* Why the kernel refused a change of scheduling: the limit or the range behind the errno. */
#ifndef PYOS_OS_REFUSAL_H
#define PYOS_OS_REFUSAL_H

#include "pyos/base/error.h"
#include "pyos/py/type.h"
#include "pyos/sys/sched.h"

/* An attempt: what a thread had, and what was asked for. */
struct pyos_sched_attempt {
    int tid;
    const struct pyos_sched_attr *had;
    const struct pyos_sched_attr *asked;
    int nice; /* what it had, whatever its policy */
};

/* Each fills error with the OSError and what explains it, and returns -1. */
int pyos_refusal_attr(const struct pyos_sched_attempt *attempt, int errnum, struct pyos_error *error);
int pyos_refusal_nice(int tid, int nice, int errnum, struct pyos_error *error);
int pyos_refusal_affinity(int tid, const struct pyos_cpus *asked, int errnum, struct pyos_error *error);

#endif
