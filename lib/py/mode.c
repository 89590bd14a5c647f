#include "pyos/py/mode.h"

/* Whether all of word is digits below base, two of them at least: with one, every reading is the same. */
static bool is_digits(struct pyos_str word, char base)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] < '0' || word.data[i] >= '0' + base)
            return false;
    return word.size > 1;
}

static int refuse(struct pyos_str word, int decimal, struct pyos_error *error)
{
    int size = (int)word.size; /* at most ten digits, as it was read as an int */

    if (is_digits(word, 8))
        return pyos_error_say(error, PYOS_VALUEERROR, "mode %.*s is ambiguous: write 0o%.*s, or 0o%o for decimal %.*s",
                              size, word.data, size, word.data, (unsigned)decimal, size, word.data);
    return pyos_error_say(error, PYOS_VALUEERROR, "mode %.*s is not octal: write 0o%o for decimal %.*s", size,
                          word.data, (unsigned)decimal, size, word.data);
}

/* 0755, which int() refuses. */
static int read_octal(struct pyos_str digits, uint32_t *bits, struct pyos_error *error)
{
    uint32_t value = 0;

    for (size_t i = 0; i < digits.size; i++) {
        if (value > UINT32_MAX / 8)
            return pyos_error_say(error, PYOS_OVERFLOWERROR, "Python int too large to convert to C int");
        value = value * 8 + (uint32_t)(digits.data[i] - '0'); /* 0 to 7 */
    }
    *bits = value;
    return 0;
}

int pyos_mode_read(const struct pyos_constants *constants, struct pyos_str word, uint32_t *bits,
                   struct pyos_error *error)
{
    int value;

    if (is_digits(word, 8) && word.data[0] == '0')
        return read_octal(word, bits, error);
    if (pyos_constant_read_int(constants, word, &value, error) != 0)
        return -1;
    if (value < 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "a mode must not be negative");
    if (is_digits(word, 10))
        return refuse(word, value, error);
    *bits = (uint32_t)value; /* >= 0 */
    return 0;
}
