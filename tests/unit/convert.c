/* cli/convert: a word becomes the C value of its row, or the error that Python raises. */
#include "test.h"

#include "pyos/cli/convert.h"

#include <limits.h>

struct values {
    bool truth;
    int number;
    int64_t wide;
    const char *text;
    struct pyos_words words;
    struct pyos_fd fd;
    struct pyos_dir_fd dir_fd;
    struct pyos_choice choice;
    double real; /* which no word becomes */
};

static const char *const choices[] = {"raw", "shell", NULL};

#define PARAM(member) PYOS_PARAM(struct values, member)

enum { TRUTH, NUMBER, WIDE, TEXT, WORDS, FD, DIR_FD, CHOICE, REAL };

static const struct pyos_param params[] = {
    [TRUTH] = {PARAM(truth)}, [NUMBER] = {PARAM(number)}, [WIDE] = {PARAM(wide)}, [TEXT] = {PARAM(text)},
    [WORDS] = {PARAM(words)}, [FD] = {PARAM(fd)}, [DIR_FD] = {PARAM(dir_fd)},
    [CHOICE] = {PARAM(choice), .choices = choices, .metavar = "raw|shell"}, [REAL] = {PARAM(real)},
};

static const struct pyos_constant rows[] = {{"LARGE", INT64_C(1) << 40}, {"ONE", 1}, {"TWO", 2}};
static const struct pyos_constant_module module = {.name = "os", .rows = rows, .count = 3};
static const struct pyos_constants constants = {&module, 1};

static int convert(struct values *values, int row, const char *word, struct pyos_arena *arena, struct pyos_error *error)
{
    const struct pyos_convert_context context = {.arena = arena, .constants = &constants};

    return pyos_convert(&params[row], values, word, &context, error);
}

static int64_t value_of(const struct values *values, int row)
{
    switch (row) {
    case NUMBER: return values->number;
    case WIDE: return values->wide;
    case FD: return values->fd.value;
    default: return values->dir_fd.value;
    }
}

static void numbers(struct test *test)
{
    static const struct { int row; const char *word; int64_t value; } cases[] = {
        {NUMBER, "-0x80000000", INT_MIN}, {NUMBER, "2147483647", INT_MAX}, {NUMBER, "ONE|TWO", 3},
        {NUMBER, " 1_0 ", 10},
        {WIDE, "-9223372036854775808", INT64_MIN}, {WIDE, "9223372036854775807", INT64_MAX},
        {WIDE, "LARGE|ONE", (INT64_C(1) << 40) + 1}, {FD, "0", 0}, {FD, "2147483647", INT_MAX}, {FD, "-1", -1},
        {DIR_FD, "-2147483648", INT_MIN}, {DIR_FD, "0b11", 3},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct values values = {0};
        struct pyos_error error;
        int result = convert(&values, cases[i].row, cases[i].word, NULL, &error);

        expect_of(test, result == 0 && value_of(&values, cases[i].row) == cases[i].value, "a word becomes its number",
                  cases[i].word);
        expect_of(test, values.fd.given == (cases[i].row == FD), "a descriptor knows that it was given",
                  cases[i].word);
    }
}

static void others(struct test *test)
{
    struct values values = {0};
    struct pyos_error error;

    expect(test, convert(&values, TRUTH, "True", NULL, &error) == 0 && values.truth, "True is true");
    expect(test, convert(&values, TRUTH, "False", NULL, &error) == 0 && !values.truth, "False is not");
    expect(test, convert(&values, TEXT, "ONE", NULL, &error) == 0 && strcmp(values.text, "ONE") == 0,
           "a text is never a constant");
    expect(test, convert(&values, CHOICE, "shell", NULL, &error) == 0 && values.choice.value == 2,
           "a choice is counted from 1");
}

static void lists(struct test *test)
{
    struct values values = {0};
    struct pyos_arena arena = {0};
    struct pyos_error error;
    char word[] = "0123456789";
    bool all = true;

    for (size_t i = 0; i < 1000; i++)
        all = all && convert(&values, WORDS, word + i % 10, &arena, &error) == 0;
    for (size_t i = 0; i < 1000; i++)
        all = all && values.words.items[i] == word + i % 10;
    expect(test, all && values.words.count == 1000, "a list takes one more word each time");
    pyos_arena_free(&arena);
}

static void refusals(struct test *test)
{
    static const struct {
        int row;
        const char *word;
        enum pyos_exception type;
        bool usage;
        const char *message;
    } cases[] = {
        {TRUTH, "true", PYOS_TYPEERROR, true, "argument 'truth' must be True or False, not 'true'"},
        {TRUTH, "", PYOS_TYPEERROR, true, "argument 'truth' must be True or False, not ''"},
        {NUMBER, "", PYOS_VALUEERROR, false, "invalid literal for int() with base 0: ''"},
        {NUMBER, "2147483648", PYOS_OVERFLOWERROR, false, "Python int too large to convert to C int"},
        {NUMBER, "LARGE", PYOS_OVERFLOWERROR, false, "Python int too large to convert to C int"},
        {NUMBER, "NONE", PYOS_ATTRIBUTEERROR, true, "module 'os' has no attribute 'NONE'"},
        {WIDE, "9223372036854775808", PYOS_OVERFLOWERROR, false, "Python int too large to convert to C long"},
        {CHOICE, "Shell", PYOS_TYPEERROR, true, "argument 'choice' must be one of raw|shell, not 'Shell'"},
        {FD, "ONE", PYOS_VALUEERROR, false, "invalid literal for int() with base 0: 'ONE'"},
        {FD, "2147483648", PYOS_OVERFLOWERROR, false, "fd is greater than maximum"},
        {FD, "-2147483649", PYOS_OVERFLOWERROR, false, "fd is less than minimum"},
        {FD, "99999999999999999999", PYOS_OVERFLOWERROR, false, "fd is greater than maximum"},
        {DIR_FD, " -99999999999999999999", PYOS_OVERFLOWERROR, false, "fd is less than minimum"},
        {REAL, "1.5x", PYOS_VALUEERROR, false, "could not convert string to float: '1.5x'"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct values values = {0};
        struct pyos_error error = {0};

        expect_of(test, convert(&values, cases[i].row, cases[i].word, NULL, &error) == -1 &&
                            error.type == cases[i].type && error.usage == cases[i].usage,
                  "a word that does not fit is refused", cases[i].word);
        expect_of(test, strcmp(error.message, cases[i].message) == 0, "in Python's words", cases[i].word);
    }
}

int main(void)
{
    struct test test = {0};

    numbers(&test);
    others(&test);
    lists(&test);
    refusals(&test);
    return test.failures > 0;
}
