/* The two times that os.utime sets: from numbers, and as the command line says them, A,B. */
#ifndef PYOS_PY_TIMES_H
#define PYOS_PY_TIMES_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"
#include "pyos/py/type.h"

/* A time in seconds, rounded down to a nanosecond as CPython does. Raises ValueError for nan, OverflowError. */
int pyos_times_of_float(double seconds, struct pyos_time *time, struct pyos_error *error);

/* A time in nanoseconds. */
struct pyos_time pyos_times_of_ns(int64_t ns);

/* Reads two seconds, each an int or a float, joined by a comma. */
int pyos_times_read(struct pyos_str word, struct pyos_times *times, struct pyos_error *error);

/* Reads two ints, in nanoseconds. */
int pyos_times_read_ns(struct pyos_str word, struct pyos_times *times, struct pyos_error *error);

#endif
