#include "pyos/py/nanoseconds.h"

#include "pyos/py/int.h"

static const struct { const char *name; int64_t nanoseconds; } units[] = {
    {"ns", 1}, {"us", 1000}, {"ms", 1000000}, {"s", 1000000000}, /* "s" last: the others end with it */
};

/* Takes the unit off the end of word; what one of it is worth. */
static int64_t take_unit(struct pyos_str *word)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t size = strlen(units[i].name);

        if (word->size > size && memcmp(word->data + word->size - size, units[i].name, size) == 0) {
            word->size -= size;
            return units[i].nanoseconds;
        }
    }
    return 1;
}

int pyos_nanoseconds_read(struct pyos_str word, int64_t *nanoseconds, struct pyos_error *error)
{
    int64_t unit = take_unit(&word);

    if (pyos_int_parse_wide(word, nanoseconds, error) != 0)
        return -1;
    if (*nanoseconds < 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "a length of time must not be negative");
    if (__builtin_mul_overflow(*nanoseconds, unit, nanoseconds))
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "Python int too large to convert to C long");
    return 0;
}
