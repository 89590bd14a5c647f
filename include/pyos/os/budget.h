/* How many CPUs this process has to spend: those there are, those it may run on, and its quota. */
#ifndef PYOS_OS_BUDGET_H
#define PYOS_OS_BUDGET_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/py/record.h"
#include "pyos/py/type.h"

struct pyos_budget {
    struct pyos_maybe cpu_count;
    struct pyos_maybe process_cpu_count;
    struct pyos_maybe_float quota; /* in CPUs: quota_us / period_us; unknown, as all to cgroup, where there is none */
    struct pyos_maybe quota_us;
    struct pyos_maybe period_us;
    struct pyos_maybe cgroup_version;
    struct pyos_str cgroup; /* the directory of the group that has the quota */
    struct pyos_maybe usable; /* process_cpu_count, or the quota rounded up where it is less */
};

extern const struct pyos_record pyos_budget_record;

/* root: as pyos_cgroup_quota has it. What the record points to is in the arena. */
int pyos_budget_get(const char *root, struct pyos_budget *budget, struct pyos_arena *arena, struct pyos_error *error);

#endif
