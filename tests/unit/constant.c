/* py/constant: names, joined by '|', in the place of an integer. */
#include "test.h"

#include "pyos/py/constant.h"

static const struct pyos_constant rows[] = {
    {"A", 1}, {"AB", 2}, {"ABC", 4}, {"B", -8}, {"BIG", INT64_C(1) << 40}, {"_X", 16}, {"a", 32},
};
static const struct pyos_constant_module modules[] = {{"os", rows, NULL, sizeof rows / sizeof *rows}};
static const struct pyos_constants constants = {modules, 1};

/* The value of a name, or 0 where it is none. */
static int64_t value_of(const struct pyos_constants *among, struct pyos_str name)
{
    const struct pyos_constant_module *module;
    struct pyos_constant constant;

    return pyos_constant_find(among, name, &module, &constant) ? constant.value : 0;
}

static void finding(struct test *test)
{
    static const char *const missing[] = {"", "A ", "0", "AA", "ABCD", "BI", "BIGG", "C", "Z", "_", "b", "z", "\xFF"};
    bool all = true;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        all = all && value_of(&constants, pyos_str(rows[i].name)) == rows[i].value;
    expect(test, all, "every row is found by its name");
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
        expect_of(test, value_of(&constants, pyos_str(missing[i])) == 0, "no other name is found", missing[i]);
    expect(test, value_of(&constants, (struct pyos_str){"A\0B", 3}) == 0, "a NUL does not end a name");
    expect(test, value_of(&(struct pyos_constants){0}, pyos_str("A")) == 0, "no rows hold no name");
    expect(test, value_of(&constants, (struct pyos_str){"ABCD", 2}) == 2, "a name has its length");
}

static void words(struct test *test)
{
    static const struct { const char *word; int64_t value; } cases[] = {
        {"A", 1}, {"A|AB", 3}, {"A|A", 1}, {"ABC|A|_X", 21}, {"B", -8}, {"B|A", -7}, {"BIG", INT64_C(1) << 40},
        {"12", 12}, {"-0x1f", -31}, {" 7 ", 7},
    };
    int64_t wide;
    struct pyos_error error;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_of(test, pyos_constant_read(&constants, pyos_str(cases[i].word), &wide, &error) == 0 &&
                            wide == cases[i].value,
                  "names and literals say a number", cases[i].word);
    expect(test, pyos_constant_read(&constants, (struct pyos_str){"A|AB", 2}, &wide, &error) == -1, "A| is cut short");
}

/* Message of the failure to read a word as a C int. */
static const char *failure(const char *word, enum pyos_exception type, bool usage, struct test *test)
{
    static struct pyos_error error;
    int value;

    expect_of(test, pyos_constant_read_int(&constants, pyos_str(word), &value, &error) == -1 && error.type == type &&
                        error.usage == usage,
              "a bad word has its error", word);
    return error.message;
}

static void failures(struct test *test)
{
    static const struct { const char *word; enum pyos_exception type; bool usage; const char *message; } cases[] = {
        {"NONE", PYOS_ATTRIBUTEERROR, true, "module 'os' has no attribute 'NONE'"},
        {"A|NONE", PYOS_ATTRIBUTEERROR, true, "module 'os' has no attribute 'NONE'"},
        {"A|", PYOS_ATTRIBUTEERROR, true, "module 'os' has no attribute ''"},
        {"A||B", PYOS_ATTRIBUTEERROR, true, "module 'os' has no attribute ''"},
        {"A |B", PYOS_ATTRIBUTEERROR, true, "module 'os' has no attribute 'A '"},
        {"A|1", PYOS_ATTRIBUTEERROR, true, "module 'os' has no attribute '1'"},
        {"|A", PYOS_VALUEERROR, false, "invalid literal for int() with base 0: '|A'"},
        {"1|A", PYOS_VALUEERROR, false, "invalid literal for int() with base 0: '1|A'"},
        {"", PYOS_VALUEERROR, false, "invalid literal for int() with base 0: ''"},
        {"BIG", PYOS_OVERFLOWERROR, false, "Python int too large to convert to C int"},
        {"2147483648", PYOS_OVERFLOWERROR, false, "Python int too large to convert to C int"},
    };
    char word[1000] = {0};
    int value;
    struct pyos_error error;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *message = failure(cases[i].word, cases[i].type, cases[i].usage, test);

        expect_of(test, strcmp(message, cases[i].message) == 0, "in Python's words", cases[i].word);
    }
    memset(word, 'x', sizeof word - 1);
    expect(test, strcmp(failure(word, PYOS_ATTRIBUTEERROR, true, test) + PYOS_ERROR_MESSAGE - 5, "x...") == 0,
           "a name is cut only where the message ends");
    expect(test, pyos_constant_read_int(&constants, pyos_str("B|A"), &value, &error) == 0 && value == -7,
           "a C int takes what fits");
}

int main(void)
{
    struct test test = {0};

    finding(&test);
    words(&test);
    failures(&test);
    return test.failures > 0;
}
