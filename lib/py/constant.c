#include "pyos/py/constant.h"

#include "pyos/py/int.h"

#include <ctype.h>
#include <limits.h>

/* By bytes; name may hold any, NUL too. */
static int compare(struct pyos_str name, const char *other)
{
    size_t length = strlen(other);
    int order = memcmp(name.data, other, name.size < length ? name.size : length);

    return order != 0 ? order : (name.size > length) - (name.size < length);
}

const struct pyos_constant *pyos_constant_find(const struct pyos_constants *constants, struct pyos_str name)
{
    size_t low = 0;
    size_t high = constants->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(name, constants->rows[middle].name);

        if (order == 0)
            return &constants->rows[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static bool begins_a_name(struct pyos_str word)
{
    return word.size > 0 && (isalpha((unsigned char)word.data[0]) || word.data[0] == '_');
}

int pyos_constant_read(const struct pyos_constants *constants, struct pyos_str word, int64_t *value,
                       struct pyos_error *error)
{
    if (!begins_a_name(word))
        return pyos_int_parse_wide(word, value, error);
    *value = 0;
    for (;;) {
        const char *bar = memchr(word.data, '|', word.size);
        struct pyos_str name = {word.data, bar ? (size_t)(bar - word.data) : word.size}; /* bar is inside of it */
        const struct pyos_constant *constant = pyos_constant_find(constants, name);

        if (!constant)
            return pyos_error_usage(error, PYOS_ATTRIBUTEERROR, "module 'os' has no attribute '%.*s'",
                                    (int)(name.size < 200 ? name.size : 200), name.data); /* cut to fit */
        *value |= constant->value;
        if (!bar)
            return 0;
        word.data += name.size + 1;
        word.size -= name.size + 1;
    }
}

int pyos_constant_read_int(const struct pyos_constants *constants, struct pyos_str word, int *value,
                           struct pyos_error *error)
{
    int64_t wide;

    if (!begins_a_name(word))
        return pyos_int_parse(word, value, error);
    if (pyos_constant_read(constants, word, &wide, error) != 0)
        return -1;
    if (wide < INT_MIN || wide > INT_MAX)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "Python int too large to convert to C int");
    *value = (int)wide; /* in range */
    return 0;
}
