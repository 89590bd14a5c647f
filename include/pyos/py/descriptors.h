/*
 * The descriptors of a call. The numbers that it is given mean descriptors of the process, and what it opens is told as
 * a number. Both are the same on the native backend, but for what the process keeps for itself; on the emulated one the
 * numbers of a session are handles.
 */
#ifndef PYOS_PY_DESCRIPTORS_H
#define PYOS_PY_DESCRIPTORS_H

#include "pyos/py/function.h"
#include "pyos/py/handover.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

enum { PYOS_NEVER_OPEN = INT_MAX }; /* Linux gives no descriptor this number */

/* Whether a descriptor is one that the process keeps for itself. */
bool pyos_call_keeps(const struct pyos_call *call, int fd);

/*
 * The descriptor that a number means to a call, or PYOS_NEVER_OPEN. -1, which is never open either, stays what it is:
 * CPython takes it for no descriptor at all where a path may be one.
 */
int pyos_call_fd(const struct pyos_call *call, int number);

/* Puts what the numbers mean in their place, in all arguments of the call; a path remembers what it was given. */
void pyos_descriptors_take(const struct pyos_call *call, void *arguments);

/* Where the result of a function has descriptors that it opens: their offsets in union pyos_result, and how many. */
size_t pyos_descriptors_find(const struct pyos_function *function, size_t offsets[PYOS_HANDOVER_DESCRIPTORS]);

/*
 * What a call opens gets handles, where it has a table of them. Reserve makes room before the call, so that nothing
 * that was opened has to be closed again: 0, or -1 and MemoryError. Give puts them in their place in its result.
 */
int pyos_descriptors_reserve(const struct pyos_call *call);
void pyos_descriptors_give(struct pyos_call *call);

#endif
