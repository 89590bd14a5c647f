/*
 * What the control groups of this process leave it (cgroups(7)), of version 1 or 2, whichever is mounted, or both. CPU
 * time: cpu.max, or cpu.cfs_quota_us and cpu.cfs_period_us. Memory: memory.max, or memory.limit_in_bytes.
 */
#ifndef PYOS_OS_CGROUP_H
#define PYOS_OS_CGROUP_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"

#include <stdint.h>

struct pyos_cgroup_quota {
    int version;           /* 1 or 2; 0: there is no quota */
    int64_t quota_us;      /* CPU time, of all CPUs together, in each period */
    int64_t period_us;
    const char *directory; /* of the group that has it, in the arena */
};

/*
 * The smallest quota, in CPUs, of the process's own groups and of those above them, as far as they
 * are visible. root stands before every path that is read: "" but in a test. OSError for a file
 * that is there and cannot be read; its name is in the arena.
 */
int pyos_cgroup_quota(const char *root, struct pyos_cgroup_quota *quota, struct pyos_arena *arena,
                      struct pyos_error *error);

struct pyos_cgroup_memory {
    int version;           /* 1 or 2; 0: there is no limit */
    int64_t limit;         /* bytes */
    const char *directory; /* of the group that has it, in the arena */
};

/* The lowest limit, in the same way. */
int pyos_cgroup_memory(const char *root, struct pyos_cgroup_memory *memory, struct pyos_arena *arena,
                       struct pyos_error *error);

#endif
