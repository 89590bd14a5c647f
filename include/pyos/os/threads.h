/* The threads of a process (manual: proc_pid_task(5)). */
#ifndef PYOS_OS_THREADS_H
#define PYOS_OS_THREADS_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"

#include <stddef.h>

struct pyos_threads {
    int *tids; /* in the arena, the oldest first */
    size_t count;
};

/*
 * The threads that pid (0: the caller) has now. ProcessLookupError where there is no such process,
 * OSError with the path where its directory in /proc cannot be read.
 */
int pyos_os_threads(int pid, struct pyos_threads *threads, struct pyos_arena *arena, struct pyos_error *error);

#endif
