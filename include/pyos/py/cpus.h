/*
 * Sets of CPUs: as the command line says them, 0,2,4-7 or 0xf, and as a loop reads them. What is
 * above PYOS_CPUS_MAX is left out of a set, as the kernel leaves out what is above its own largest.
 */
#ifndef PYOS_PY_CPUS_H
#define PYOS_PY_CPUS_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"
#include "pyos/py/type.h"

#include <stddef.h>

void pyos_cpus_add(struct pyos_cpus *cpus, int cpu);

/* The lowest CPU of the set that is from or above, or -1. 0 <= from */
int pyos_cpus_next(const struct pyos_cpus *cpus, int from);

int pyos_cpus_count(const struct pyos_cpus *cpus);

/*
 * Reads numbers and ranges joined by commas; no text is the empty set. Errors are those that
 * os.sched_setaffinity has for such a list, and ValueError for a range that runs backwards.
 */
int pyos_cpus_read(struct pyos_str list, struct pyos_cpus *cpus, struct pyos_error *error);

/*
 * Reads a mask: 0x and hexadecimal digits, as many as it needs, CPU 0 the lowest bit. A mask
 * without 0x is refused (ValueError): taskset would read it otherwise than Python.
 */
int pyos_cpus_read_mask(struct pyos_str mask, struct pyos_cpus *cpus, struct pyos_error *error);

/* The set as pyos_cpus_read takes it, and as the kernel's own lists are: 0,2,4-7. */
void pyos_cpus_list(struct pyos_buf *buf, const struct pyos_cpus *cpus);

#endif
