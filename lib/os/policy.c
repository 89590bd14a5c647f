#include "pyos/os/policy.h"

#include "pyos/sys/sched.h"

#include <stddef.h>

const struct pyos_policy pyos_policies[PYOS_POLICIES] = {
    {.name = "SCHED_OTHER", .number = PYOS_SCHED_OTHER, .fair = true},
    {.name = "SCHED_FIFO", .number = PYOS_SCHED_FIFO, .realtime = true},
    {.name = "SCHED_RR", .number = PYOS_SCHED_RR, .realtime = true},
    {.name = "SCHED_BATCH", .number = PYOS_SCHED_BATCH, .fair = true},
    {.name = "SCHED_IDLE", .number = PYOS_SCHED_IDLE},
    {.name = "SCHED_DEADLINE", .number = PYOS_SCHED_DEADLINE},
    {.name = "SCHED_EXT", .number = PYOS_SCHED_EXT, .fair = true},
};

const char *const pyos_policy_words[] = {
    "other", "fifo", "rr", "batch", "idle", "deadline", "ext",
    "SCHED_OTHER", "SCHED_FIFO", "SCHED_RR", "SCHED_BATCH", "SCHED_IDLE", "SCHED_DEADLINE", "SCHED_EXT", NULL,
};

const struct pyos_policy *pyos_policy_chosen(int choice)
{
    return &pyos_policies[(choice - 1) % PYOS_POLICIES];
}

const struct pyos_policy *pyos_policy_find(int number)
{
    for (int i = 0; i < PYOS_POLICIES; i++)
        if (pyos_policies[i].number == number)
            return &pyos_policies[i];
    return NULL;
}
