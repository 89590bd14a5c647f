#include "pyos/py/int.h"

#include "pyos/base/buf.h"
#include "pyos/py/repr.h"
#include "pyos/py/utf8.h"

#include <ctype.h>
#include <limits.h>

enum { SHOWN = 200 }; /* characters of a bad literal's repr in the message, as CPython cuts it */

static unsigned digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return (unsigned)(c - '0');
    if (c >= 'a' && c <= 'f')
        return (unsigned)(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return (unsigned)(c - 'A') + 10;
    return UINT_MAX;
}

static struct pyos_str strip(struct pyos_str word)
{
    while (word.size > 0 && isspace((unsigned char)word.data[0]))
        word = (struct pyos_str){word.data + 1, word.size - 1};
    while (word.size > 0 && isspace((unsigned char)word.data[word.size - 1]))
        word.size--;
    return word;
}

/* Takes 0x, 0o or 0b off the front; 10 where there is none. */
static unsigned take_base(struct pyos_str *word)
{
    unsigned base = 10;

    if (word->size > 2 && word->data[0] == '0') {
        switch (word->data[1] | 0x20) {
        case 'x': base = 16; break;
        case 'o': base = 8; break;
        case 'b': base = 2; break;
        default: break;
        }
    }
    if (base != 10) {
        *word = (struct pyos_str){word->data + 2, word->size - 2};
        if (word->size > 1 && word->data[0] == '_') /* 0x_ff is a literal */
            *word = (struct pyos_str){word->data + 1, word->size - 1};
    }
    return base;
}

/* The digits of a literal; *large where they do not fit. False when they are none. */
static bool take_digits(struct pyos_str word, unsigned base, uint64_t *magnitude, bool *large)
{
    bool after_digit = false;
    bool zeros_only = true;

    *magnitude = 0;
    for (size_t i = 0; i < word.size; i++) {
        unsigned digit = digit_of(word.data[i]);

        if (word.data[i] == '_' && after_digit) {
            after_digit = false;
            continue;
        }
        if (digit >= base)
            return false;
        *large |= __builtin_mul_overflow(*magnitude, base, magnitude);
        *large |= __builtin_add_overflow(*magnitude, digit, magnitude);
        zeros_only = zeros_only && digit == 0;
        after_digit = true;
    }
    if (base == 10 && word.size > 1 && word.data[0] == '0' && !zeros_only)
        return false; /* 0644 is not a literal */
    return after_digit;
}

/* A literal's sign and magnitude. */
static enum pyos_int_result read_literal(struct pyos_str word, bool *negative, uint64_t *magnitude)
{
    bool large = false;
    unsigned base;

    word = strip(word);
    *negative = word.size > 0 && word.data[0] == '-';
    if (word.size > 0 && (word.data[0] == '-' || word.data[0] == '+'))
        word = (struct pyos_str){word.data + 1, word.size - 1};
    base = take_base(&word);
    if (!take_digits(word, base, magnitude, &large))
        return PYOS_INT_INVALID;
    return large ? PYOS_INT_LARGE : PYOS_INT_OK;
}

enum pyos_int_result pyos_int_read(struct pyos_str word, int64_t *value)
{
    bool negative;
    uint64_t magnitude;
    enum pyos_int_result result = read_literal(word, &negative, &magnitude);

    if (result == PYOS_INT_INVALID)
        return result;
    if (result == PYOS_INT_LARGE || magnitude > INT64_MAX) {
        *value = negative ? INT64_MIN : INT64_MAX;
        return result == PYOS_INT_LARGE || magnitude > (uint64_t)INT64_MAX + negative ? PYOS_INT_LARGE : PYOS_INT_OK;
    }
    *value = negative ? -(int64_t)magnitude : (int64_t)magnitude; /* at most INT64_MAX */
    return PYOS_INT_OK;
}

enum pyos_int_result pyos_int_read_u64(struct pyos_str word, uint64_t *value)
{
    bool negative;
    enum pyos_int_result result = read_literal(word, &negative, value);

    return result == PYOS_INT_OK && negative && *value > 0 ? PYOS_INT_LARGE : result;
}

/* The length of text in bytes, or of its first SHOWN characters. */
static int shown_size(const struct pyos_buf *text)
{
    size_t size = 0;

    for (int i = 0; i < SHOWN && size < text->size; i++) {
        size_t length;

        pyos_utf8_decode(text->data + size, text->size - size, &length);
        size += length;
    }
    return (int)size; /* at most 4 * SHOWN */
}

static int invalid(struct pyos_str word, struct pyos_error *error)
{
    struct pyos_buf text = {0};

    pyos_repr_str(&text, word);
    if (text.failed)
        pyos_error_memory(error);
    else
        pyos_error_say(error, PYOS_VALUEERROR, "invalid literal for int() with base 0: %.*s", shown_size(&text),
                       text.data);
    pyos_buf_free(&text);
    return -1;
}

int pyos_int_parse(struct pyos_str word, int *value, struct pyos_error *error)
{
    int64_t wide;
    enum pyos_int_result result = pyos_int_read(word, &wide);

    if (result == PYOS_INT_INVALID)
        return invalid(word, error);
    if (result == PYOS_INT_LARGE || wide < INT_MIN || wide > INT_MAX)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "Python int too large to convert to C int");
    *value = (int)wide; /* in range */
    return 0;
}

int pyos_int_parse_wide(struct pyos_str word, int64_t *value, struct pyos_error *error)
{
    switch (pyos_int_read(word, value)) {
    case PYOS_INT_OK: return 0;
    case PYOS_INT_LARGE:
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "Python int too large to convert to C long");
    default: return invalid(word, error);
    }
}

int pyos_int_to_id(struct pyos_str word, uint32_t *id, const char *kind, struct pyos_error *error)
{
    int64_t wide;
    enum pyos_int_result result = pyos_int_read(word, &wide);

    if (result == PYOS_INT_INVALID)
        return invalid(word, error);
    if (result == PYOS_INT_LARGE && wide > 0)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "%s is greater than maximum", kind);
    if (wide < -1 || wide > UINT32_MAX)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "%s is less than minimum", kind);
    *id = (uint32_t)wide; /* -1 is 2^32 - 1, as in C */
    return 0;
}
