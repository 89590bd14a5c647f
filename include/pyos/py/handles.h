/*
 * Handles of a session: the numbers by which it knows the descriptors that it has opened, whatever numbers the process
 * has for them. What the process has open besides has no handle, and so cannot be named.
 */
#ifndef PYOS_PY_HANDLES_H
#define PYOS_PY_HANDLES_H

#include <stddef.h>

/* Below are the standard descriptors, which no session opens: a handle is less only where one was asked for. */
enum { PYOS_HANDLES_FIRST = 3 };

/* Zero it before use. A descriptor has one handle at most. */
struct pyos_handles {
    int *descriptors; /* by handle; -1: none has it */
    size_t count;     /* from here on none has one */
    size_t room;
};

/* The descriptor that a number is the handle of, or -1. */
int pyos_handles_find(const struct pyos_handles *handles, int handle);

/* The handle of a descriptor, or -1. */
int pyos_handles_of(const struct pyos_handles *handles, int fd);

/* Makes room, so that the next `more` calls of add for the lowest handle do not fail. 0, or -1: no memory. */
int pyos_handles_reserve(struct pyos_handles *handles, size_t more);

/* Gives a descriptor that has none the lowest handle from least (>= 0) on that is free. It, or -1: no memory. */
int pyos_handles_add(struct pyos_handles *handles, int fd, int least);

/* Frees a handle, which may be any number: the descriptor that it had, or -1. */
int pyos_handles_drop(struct pyos_handles *handles, int handle);

/* Frees the table; what is open stays open. */
void pyos_handles_free(struct pyos_handles *handles);

#endif
