/* The views that os.stat_result gives of a timestamp. */
#ifndef PYOS_PY_TIME_H
#define PYOS_PY_TIME_H

#include "pyos/base/buf.h"
#include "pyos/py/type.h"

/* st_mtime: the double that CPython computes, seconds + 1e-9 * nanoseconds. */
double pyos_time_float(struct pyos_time time);

/* st_mtime_ns in decimal: seconds * 10^9 + nanoseconds, which may need more than 64 bits. */
void pyos_time_ns(struct pyos_buf *buf, struct pyos_time time);

#endif
