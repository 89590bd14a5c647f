/* py/int and py/constant: a literal has the value that a plain reading of it has, and names are those of rows. */
#include "fuzz.h"

#include "pyos/os/constants.h"
#include "pyos/py/constant.h"
#include "pyos/py/int.h"

#include <ctype.h>
#include <limits.h>

/* The value of the digits of a literal by libc's reading, underscores left out; *large where they do not fit. */
static uint64_t plain_value(struct pyos_str word, int base, bool *large)
{
    char *digits = malloc(word.size + 1);
    size_t count = 0;
    unsigned long long value;

    if (!digits)
        abort();
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] != '_')
            digits[count++] = word.data[i];
    digits[count] = '\0';
    value = strtoull(digits, NULL, base);
    *large = value == ULLONG_MAX; /* or it is that number, which is too large for a signed one too */
    free(digits);
    return value;
}

static void check_value(struct pyos_str word, enum pyos_int_result result, int64_t value)
{
    bool negative;
    bool large;
    int base = 10;
    uint64_t magnitude;

    while (isspace((unsigned char)word.data[0]))
        word = (struct pyos_str){word.data + 1, word.size - 1};
    while (isspace((unsigned char)word.data[word.size - 1]))
        word.size--;
    negative = word.data[0] == '-';
    if (negative || word.data[0] == '+')
        word = (struct pyos_str){word.data + 1, word.size - 1};
    if (word.size > 2 && word.data[0] == '0' && isalpha((unsigned char)word.data[1])) {
        base = tolower(word.data[1]) == 'x' ? 16 : tolower(word.data[1]) == 'o' ? 8 : 2;
        word = (struct pyos_str){word.data + 2, word.size - 2};
    }
    magnitude = plain_value(word, base, &large);
    large = large || magnitude > (uint64_t)INT64_MAX + negative;
    must(large == (result == PYOS_INT_LARGE), "a literal is large where it does not fit");
    if (large)
        must(value == (negative ? INT64_MIN : INT64_MAX), "and has the nearest value");
    else
        must((uint64_t)value == (negative ? 0 - magnitude : magnitude), "a literal has its value"); /* modulo 2^64 */
}

/* Whether a word of names and bars has the name. */
static bool is_part(struct pyos_str word, const char *name)
{
    size_t length = strlen(name);

    for (size_t at = 0; at + length <= word.size; at++)
        if (memcmp(word.data + at, name, length) == 0 && (at == 0 || word.data[at - 1] == '|') &&
            (at + length == word.size || word.data[at + length] == '|'))
            return true;
    return false;
}

static void check_constant(struct pyos_str word)
{
    struct pyos_error error = {0};
    int64_t wide;
    int64_t sum = 0;
    int narrow;
    int result = pyos_constant_read(&pyos_os_constants, word, &wide, &error);

    must(result == 0 || strlen(error.message) > 0, "an error says what is wrong");
    if (pyos_constant_read_int(&pyos_os_constants, word, &narrow, &error) == 0)
        must(result == 0 && narrow == wide, "a C int has the same value");
    if (result != 0 || isdigit((unsigned char)word.data[0]) || !isalpha((unsigned char)word.data[0]))
        return;
    for (size_t m = 0; m < pyos_os_constants.count; m++)
        for (int i = 0; i < pyos_os_constants.modules[m].count; i++) {
            const struct pyos_constant constant = pyos_constant_at(&pyos_os_constants.modules[m], i);

            if (constant.name && is_part(word, constant.name))
                sum |= constant.value;
        }
    must(sum == wide, "names say the bits of their rows");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct pyos_str word = fuzz_text(data, size);
    int64_t value;
    enum pyos_int_result result = pyos_int_read(word, &value);

    if (result != PYOS_INT_INVALID)
        check_value(word, result, value);
    check_constant(word);
    return 0;
}
