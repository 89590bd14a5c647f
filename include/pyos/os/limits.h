/* Limits of a process, by the names of Python's resource module. */
#ifndef PYOS_OS_LIMITS_H
#define PYOS_OS_LIMITS_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/py/type.h"

#include <stdbool.h>
#include <stdint.h>

struct pyos_limit {
    int resource; /* RLIMIT_* of setrlimit(2) */
    uint64_t soft, hard; /* in the resource's own unit; UINT64_MAX is none */
    bool keep_hard;      /* hard stays what it is */
};

/*
 * Reads words, each NAME=SOFT[:HARD]: NOFILE or RLIMIT_NOFILE, and integers or sizes (py/size.h), where
 * unlimited and -1 are no limit. A word of another shape is a usage error, and so is an unknown name,
 * as Python's AttributeError; ValueError for a negative limit, and in Python's words where SOFT is
 * above HARD. The limits are in the arena, as many as there are words.
 */
int pyos_os_limits_read(struct pyos_words words, struct pyos_arena *arena, const struct pyos_limit **limits,
                        struct pyos_error *error);

/* The number of NOFILE or RLIMIT_NOFILE. False where there is no resource of that name. */
bool pyos_os_limit_find(struct pyos_str name, int *resource);

#endif
