#include "pyos/py/times.h"

#include "pyos/py/float_read.h"
#include "pyos/py/int.h"

#include <math.h>

enum { NS_PER_S = 1000000000 };

static const double LARGEST = 9223372036854775808.0; /* 2^63: the first number of seconds that is too large */

int pyos_times_of_float(double seconds, struct pyos_time *time, struct pyos_error *error)
{
    double fraction;
    int64_t ns;

    if (isnan(seconds))
        return pyos_error_say(error, PYOS_VALUEERROR, "Invalid value NaN (not a number)");
    if (!(seconds >= -LARGEST && seconds < LARGEST))
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "timestamp out of range for platform time_t");
    time->seconds = (int64_t)seconds; /* in range, cut towards zero */
    fraction = (seconds - (double)time->seconds) * NS_PER_S;
    ns = (int64_t)fraction; /* below 10^9 on both sides of zero */
    ns -= (double)ns > fraction;
    if (ns < 0) {
        ns += NS_PER_S;
        time->seconds--;
    }
    time->nanoseconds = (uint32_t)ns; /* 0 to 10^9 - 1 */
    return 0;
}

struct pyos_time pyos_times_of_ns(int64_t ns)
{
    int64_t seconds = ns / NS_PER_S;
    int64_t rest = ns % NS_PER_S;

    if (rest < 0) {
        rest += NS_PER_S;
        seconds--;
    }
    return (struct pyos_time){.seconds = seconds, .nanoseconds = (uint32_t)rest}; /* 0 to 10^9 - 1 */
}

static int split(struct pyos_str word, struct pyos_str *first, struct pyos_str *second, struct pyos_error *error)
{
    const char *comma = word.size > 0 ? memchr(word.data, ',', word.size) : NULL;

    if (!comma)
        return pyos_error_say(error, PYOS_TYPEERROR, "two times are A,B, not '%.200s'", word.data);
    *first = (struct pyos_str){word.data, (size_t)(comma - word.data)}; /* inside of it */
    *second = (struct pyos_str){comma + 1, word.size - first->size - 1};
    return 0;
}

/* An int is exact, as in Python. */
static int read_seconds(struct pyos_str word, struct pyos_time *time, struct pyos_error *error)
{
    double seconds;

    switch (pyos_int_read(word, &time->seconds)) {
    case PYOS_INT_OK: return 0;
    case PYOS_INT_LARGE:
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "timestamp out of range for platform time_t");
    case PYOS_INT_INVALID: break;
    }
    if (pyos_float_read(word, &seconds, error) != 0)
        return -1;
    return pyos_times_of_float(seconds, time, error);
}

int pyos_times_read(struct pyos_str word, struct pyos_times *times, struct pyos_error *error)
{
    struct pyos_str first;
    struct pyos_str second;

    *times = (struct pyos_times){.given = true};
    if (split(word, &first, &second, error) != 0 || read_seconds(first, &times->access, error) != 0)
        return -1;
    return read_seconds(second, &times->modification, error);
}

int pyos_times_read_ns(struct pyos_str word, struct pyos_times *times, struct pyos_error *error)
{
    struct pyos_str first;
    struct pyos_str second;
    int64_t ns[2];

    if (split(word, &first, &second, error) != 0 || pyos_int_parse_wide(first, &ns[0], error) != 0 ||
        pyos_int_parse_wide(second, &ns[1], error) != 0)
        return -1;
    *times = (struct pyos_times){pyos_times_of_ns(ns[0]), pyos_times_of_ns(ns[1]), true};
    return 0;
}
