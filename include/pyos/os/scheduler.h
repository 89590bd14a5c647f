/* The scheduler argument of os.posix_spawn. */
#ifndef PYOS_OS_SCHEDULER_H
#define PYOS_OS_SCHEDULER_H

#include "pyos/base/error.h"

#include <stdbool.h>

struct pyos_scheduler {
    bool given;
    bool has_policy; /* else the policy stays what it is */
    int policy;      /* SCHED_* */
    int priority;
};

/* Reads [POLICY:]PRIORITY; raises what pyos_constant_read_int raises. */
int pyos_os_scheduler_read(const char *word, struct pyos_scheduler *scheduler, struct pyos_error *error);

#endif
