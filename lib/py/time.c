#include "pyos/py/time.h"

enum { NS_PER_S = 1000000000 };

double pyos_time_float(struct pyos_time time)
{
    return (double)time.seconds + 1e-9 * time.nanoseconds; /* CPython converts the seconds first too */
}

void pyos_time_ns(struct pyos_buf *buf, struct pyos_time time)
{
    uint64_t seconds = (uint64_t)time.seconds; /* modulo 2^64: negated below where it is negative */
    uint32_t nanoseconds = time.nanoseconds;

    if (time.seconds < 0) {
        seconds = 0 - seconds;
        if (nanoseconds > 0) { /* -2 s + 0.3e9 ns is -(1 s + 0.7e9 ns) */
            seconds--;
            nanoseconds = NS_PER_S - nanoseconds;
        }
        pyos_buf_char(buf, '-');
    }
    if (seconds > 0) {
        pyos_buf_u64(buf, seconds);
        pyos_buf_padded(buf, nanoseconds, 9);
    } else {
        pyos_buf_u64(buf, nanoseconds);
    }
}
