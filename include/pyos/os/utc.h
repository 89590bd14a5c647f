/* The time of an event, as logs have it. */
#ifndef PYOS_OS_UTC_H
#define PYOS_OS_UTC_H

#include <stdint.h>

enum { PYOS_UTC_SIZE = 48 };

/* ISO 8601 in UTC, of nanoseconds since the epoch, >= 0: 2026-11-20T23:34:50.123456789+00:00. */
void pyos_utc(char text[PYOS_UTC_SIZE], int64_t ns);

#endif
