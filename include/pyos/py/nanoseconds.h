/* A length of time as the scheduler counts it. */
#ifndef PYOS_PY_NANOSECONDS_H
#define PYOS_PY_NANOSECONDS_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdint.h>

/*
 * Reads nanoseconds, an integer literal, or one with a unit: 500us, 10ms, 1s. ValueError for any
 * other word and for less than nothing, OverflowError for more than 2^63 - 1.
 */
int pyos_nanoseconds_read(struct pyos_str word, int64_t *nanoseconds, struct pyos_error *error);

#endif
