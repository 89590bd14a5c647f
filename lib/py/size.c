#include "pyos/py/size.h"

#include "pyos/py/int.h"

#include <ctype.h>

/* Takes the suffix off a word: how many times 1024 it says, 0 where there is none. */
static int take_suffix(struct pyos_str *word)
{
    static const char letters[] = "KMGTPE";
    size_t size = word->size;
    const char *letter;

    if (size > 3 && word->data[size - 2] == 'i' && word->data[size - 1] == 'B')
        size -= 2;
    if (size < 2 || !isxdigit((unsigned char)word->data[size - 2]))
        return 0;
    letter = memchr(letters, toupper((unsigned char)word->data[size - 1]), sizeof letters - 1);
    if (!letter)
        return 0;
    word->size = size - 1;
    return (int)(letter - letters) + 1; /* 1 to 6 */
}

int pyos_size_parse(struct pyos_str word, int64_t *bytes, struct pyos_error *error)
{
    struct pyos_str digits = word;
    enum pyos_int_result result = pyos_int_read(word, bytes); /* first: 0x1E is a number */

    if (result == PYOS_INT_INVALID) {
        int power = take_suffix(&digits);

        result = power > 0 ? pyos_int_read(digits, bytes) : PYOS_INT_INVALID;
        if (result == PYOS_INT_OK && __builtin_mul_overflow(*bytes, INT64_C(1) << (10 * power), bytes))
            result = PYOS_INT_LARGE;
    }
    if (result == PYOS_INT_LARGE)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "Python int too large to convert to C ssize_t");
    if (result == PYOS_INT_INVALID)
        return pyos_error_say(error, PYOS_VALUEERROR, "invalid size: '%.*s' (such as 16, 4K, 1M, 2GiB; K is 1024)",
                              (int)(word.size < 200 ? word.size : 200), word.data); /* cut to fit */
    return 0;
}
