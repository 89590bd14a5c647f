/* The children of this process, as /proc has them. */
#ifndef PYOS_OS_CHILDREN_H
#define PYOS_OS_CHILDREN_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Zero it before use. */
struct pyos_pids {
    int *items;
    size_t count;
    size_t capacity;
};

/*
 * All children, those that have ended and were not waited for too, in no order. Raises OSError with
 * a name of /proc, or ENOMEM.
 */
int pyos_os_children(struct pyos_pids *pids, struct pyos_error *error);

/* The same by looking at every process, for kernels without /proc/PID/task/TID/children. */
int pyos_os_children_scan(struct pyos_pids *pids, struct pyos_error *error);

bool pyos_pids_contain(const struct pyos_pids *pids, int pid);

void pyos_pids_free(struct pyos_pids *pids);

/* What a process calls itself (/proc/PID/comm, at most 15 bytes), in the arena; no data when it is gone. */
struct pyos_str pyos_os_comm(int pid, struct pyos_arena *arena);

#endif
