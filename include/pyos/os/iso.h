/* A timestamp as people write it. */
#ifndef PYOS_OS_ISO_H
#define PYOS_OS_ISO_H

#include "pyos/py/type.h"

enum { PYOS_ISO_SIZE = 160 }; /* for the largest number that each part could be */

/*
 * ISO 8601 in local time (TZ, else /etc/localtime), with nanoseconds and offset:
 * 2026-11-20T23:34:50.123456789+00:00; -0044 is 45 BC, and +10000 has its sign. Empty where the time
 * is absent or its year has no number.
 */
void pyos_iso_time(char text[PYOS_ISO_SIZE], struct pyos_time time);

#endif
