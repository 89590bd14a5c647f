#include "pyos/py/duration.h"

static const struct unit {
    const char *name;
    int64_t ns;
} units[] = {
    {"", 1000000000},   {"ns", 1},           {"us", 1000},           {"ms", 1000000},
    {"s", 1000000000},  {"m", 60000000000},  {"h", 3600000000000},   {"d", 86400000000000},
};

static const struct unit *find_unit(struct pyos_str name)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (pyos_str_equal(pyos_str(units[i].name), name))
            return &units[i];
    return NULL;
}

/* How many digits text begins with. */
static size_t count_digits(struct pyos_str text)
{
    size_t count = 0;

    while (count < text.size && text.data[count] >= '0' && text.data[count] <= '9')
        count++;
    return count;
}

static struct pyos_str behind(struct pyos_str text, size_t size)
{
    return (struct pyos_str){text.data + size, text.size - size};
}

/* Digits times unit, and each digit of the fraction a tenth of the one before. False where that is too much. */
static bool add_up(struct pyos_str whole, struct pyos_str fraction, int64_t unit, int64_t *ns)
{
    int64_t part = unit;
    bool fits = true;

    *ns = 0;
    for (size_t i = 0; i < whole.size; i++) {
        fits = fits && !__builtin_mul_overflow(*ns, 10, ns);
        fits = fits && !__builtin_add_overflow(*ns, whole.data[i] - '0', ns);
    }
    fits = fits && !__builtin_mul_overflow(*ns, unit, ns);
    for (size_t i = 0; i < fraction.size; i++) {
        part /= 10;
        fits = fits && !__builtin_add_overflow(*ns, (fraction.data[i] - '0') * part, ns);
    }
    return fits;
}

int pyos_duration_read(struct pyos_str word, int64_t *ns, struct pyos_error *error)
{
    struct pyos_str whole = {word.data, count_digits(word)};
    struct pyos_str rest = behind(word, whole.size);
    struct pyos_str fraction = {rest.data, 0};
    const struct unit *unit;

    if (rest.size > 0 && rest.data[0] == '.') {
        rest = behind(rest, 1);
        fraction = (struct pyos_str){rest.data, count_digits(rest)};
        rest = behind(rest, fraction.size);
    }
    unit = find_unit(rest);
    if (!unit || whole.size + fraction.size == 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "invalid duration: '%.*s' (such as 10, 1.5, 500ms, 10s, 2m)",
                              (int)(word.size < 200 ? word.size : 200), word.data); /* cut to fit */
    if (!add_up(whole, fraction, unit->ns, ns))
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "timestamp too large to convert to C PyTime_t");
    return 0;
}
