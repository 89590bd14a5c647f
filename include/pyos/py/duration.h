/* Lengths of time as people type them: 10, 1.5, 500ms, 10s, 2m, 1h, 7d. */
#ifndef PYOS_PY_DURATION_H
#define PYOS_PY_DURATION_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdint.h>

/*
 * Reads a decimal number, with a fraction perhaps, and a unit behind it: ns, us, ms, s, m, h or d;
 * none means seconds. *ns is rounded down to whole nanoseconds. ValueError for any other word (there
 * are no negative ones), OverflowError for more than 2^63 - 1 nanoseconds.
 */
int pyos_duration_read(struct pyos_str word, int64_t *ns, struct pyos_error *error);

#endif
