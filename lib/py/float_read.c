#include "pyos/py/float_read.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LONGEST = 200 };

static int refuse(struct pyos_str word, struct pyos_error *error)
{
    return pyos_error_say(error, PYOS_VALUEERROR, "could not convert string to float: '%.*s'",
                          word.size > LONGEST ? LONGEST : (int)word.size, word.data); /* fits */
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static struct pyos_str strip(struct pyos_str word)
{
    while (word.size > 0 && isspace((unsigned char)word.data[0])) {
        word.data++;
        word.size--;
    }
    while (word.size > 0 && isspace((unsigned char)word.data[word.size - 1]))
        word.size--;
    return word;
}

/* Copies the word without the underscores that stand between digits; false for any other underscore. */
static bool copy_digits(char *copy, struct pyos_str word)
{
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] != '_')
            *copy++ = word.data[i];
        else if (i == 0 || i + 1 == word.size || !is_digit(word.data[i - 1]) || !is_digit(word.data[i + 1]))
            return false;
    }
    *copy = '\0';
    return true;
}

/* What strtod reads and float() does not: hexadecimal digits, nan(...). */
static bool is_decimal(const char *text)
{
    text += *text == '+' || *text == '-';
    if (is_digit(*text) || *text == '.')
        return !strpbrk(text, "xXpP");
    return strcasecmp(text, "inf") == 0 || strcasecmp(text, "infinity") == 0 || strcasecmp(text, "nan") == 0;
}

int pyos_float_read(struct pyos_str word, double *value, struct pyos_error *error)
{
    struct pyos_str digits = strip(word);
    char copy[LONGEST + 1];
    char *end;

    if (digits.size == 0 || digits.size > LONGEST || memchr(digits.data, '\0', digits.size) ||
        !copy_digits(copy, digits) || !is_decimal(copy))
        return refuse(word, error);
    *value = strtod(copy, &end);
    return *end == '\0' ? 0 : refuse(word, error);
}
