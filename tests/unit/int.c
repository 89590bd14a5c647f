/* py/int: what int(word, 0) of CPython 3.13 makes of words, and its errors. */
#include "test.h"

#include "pyos/py/int.h"

static const struct { const char *text; size_t size; enum pyos_int_result result; int64_t value; } literals[] = {
#include "literals.inc"
};

static void table(struct test *test)
{
    for (size_t i = 0; i < sizeof literals / sizeof *literals; i++) {
        int64_t value = 0;
        enum pyos_int_result result = pyos_int_read((struct pyos_str){literals[i].text, literals[i].size}, &value);

        expect_of(test, result == literals[i].result, "a word is a literal where Python takes it", literals[i].text);
        if (result != PYOS_INT_INVALID)
            expect_of(test, value == literals[i].value, "and has Python's value", literals[i].text);
    }
    expect(test, pyos_int_read((struct pyos_str){0}, &(int64_t){0}) == PYOS_INT_INVALID, "no word is no literal");
}

/* A C long has 64 bits, and a C int 32; the words of the OverflowError tell which it was. */
static void ranges(struct test *test)
{
    static const struct { const char *word; bool narrow, wide; } cases[] = {
        {"2147483647", true, true}, {"2147483648", false, true}, {"-2147483648", true, true},
        {"-2147483649", false, true}, {"9223372036854775807", false, true}, {"9223372036854775808", false, false},
        {"-9223372036854775808", false, true}, {"-9223372036854775809", false, false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pyos_error error;
        int value;
        int64_t wide;

        expect_of(test, (pyos_int_parse(pyos_str(cases[i].word), &value, &error) == 0) == cases[i].narrow,
                  "a C int has its range", cases[i].word);
        if (!cases[i].narrow)
            expect(test, error.type == PYOS_OVERFLOWERROR && !error.usage &&
                             strcmp(error.message, "Python int too large to convert to C int") == 0,
                   "and Python's words beyond it");
        expect_of(test, (pyos_int_parse_wide(pyos_str(cases[i].word), &wide, &error) == 0) == cases[i].wide,
                  "a C long has its range", cases[i].word);
        if (!cases[i].wide)
            expect(test, error.type == PYOS_OVERFLOWERROR &&
                             strcmp(error.message, "Python int too large to convert to C long") == 0,
                   "and Python's words beyond it");
    }
}

static void words_of_errors(struct test *test)
{
    static const char long_message[] = "invalid literal for int() with base 0: '";
    struct pyos_error error;
    char word[4 * 300 + 1] = {0};
    int value;
    int64_t wide;

    expect(test, pyos_int_parse(pyos_str("0644"), &value, &error) == -1 && error.type == PYOS_VALUEERROR &&
                     strcmp(error.message, "invalid literal for int() with base 0: '0644'") == 0,
           "a bad literal is Python's ValueError");
    expect(test, pyos_int_parse_wide(pyos_str("it's\n\xFF"), &wide, &error) == -1 &&
                     strcmp(error.message, "invalid literal for int() with base 0: \"it's\\n\\udcff\"") == 0,
           "with the repr of the word");
    for (size_t i = 0; i + 4 < sizeof word; i += 4)
        memcpy(word + i, "\U0001F600", 4);
    expect(test, pyos_int_parse(pyos_str(word), &value, &error) == -1 &&
                     strlen(error.message) == sizeof long_message - 1 + 199 * 4 &&
                     memcmp(error.message, long_message, sizeof long_message - 1) == 0 &&
                     memcmp(error.message + sizeof long_message - 1, word, 199 * 4) == 0,
           "cut to 200 characters");
}

int main(void)
{
    struct test test = {0};

    table(&test);
    ranges(&test);
    words_of_errors(&test);
    return test.failures > 0;
}
