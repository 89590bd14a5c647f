/* py/cpus: lists and masks of CPUs, of any width, and how a set is shown. */
#include "test.h"

#include "pyos/py/cpus.h"
#include "pyos/py/form.h"

static struct pyos_cpus read_list(struct test *test, const char *list)
{
    struct pyos_cpus cpus;
    struct pyos_error error;

    expect(test, pyos_cpus_read(pyos_str(list), &cpus, &error) == 0 && cpus.given, list);
    return cpus;
}

static struct pyos_cpus read_mask(struct test *test, const char *mask)
{
    struct pyos_cpus cpus;
    struct pyos_error error;

    expect(test, pyos_cpus_read_mask(pyos_str(mask), &cpus, &error) == 0 && cpus.given, mask);
    return cpus;
}

static void lists(struct test *test, struct pyos_buf *buf)
{
    static const struct { const char *word, *list; } cases[] = {
        {"", ""}, {"0", "0"}, {"0,2,4-7", "0,2,4-7"}, {"7,6,5,4,2,0", "0,2,4-7"}, {"1,1,1", "1"},
        {"3-3", "3"}, {"0-1", "0-1"}, {"63,64", "63-64"}, {"0x10,0b1,0o7", "1,7,16"}, {" 1 , 2 ", "1-2"},
        {"1_0", "10"}, {"0-63", "0-63"}, {"60-70,128", "60-70,128"}, {"4999-5000", "4999-5000"},
        {"16383", "16383"}, {"16384", ""}, {"2147483646", ""}, {"0,99999", "0"}, {"16000-2147483646", "16000-16383"},
        {"+3", "3"}, {"-0", "0"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pyos_cpus cpus = read_list(test, cases[i].word);

        pyos_cpus_list(buf, &cpus);
        expect_text(test, buf, cases[i].list, cases[i].word);
    }
}

static void masks(struct test *test, struct pyos_buf *buf)
{
    static const struct { const char *mask, *list; } cases[] = {
        {"0x0", ""}, {"0x1", "0"}, {"0xf", "0-3"}, {"0XF", "0-3"}, {"0xaA", "1,3,5,7"},
        {"0x00000000000000000000d", "0,2-3"},
        {"0x8000000000000000", "63"}, {"0x10000000000000000", "64"}, {"0xffffffffffffffffffffffffffffffff", "0-127"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pyos_cpus cpus = read_mask(test, cases[i].mask);

        pyos_cpus_list(buf, &cpus);
        expect_text(test, buf, cases[i].list, cases[i].mask);
    }
}

static void refuse(struct test *test, const char *word, enum pyos_exception type, const char *message, int result,
                   const struct pyos_error *error)
{
    bool same = result == -1 && error->type == type && strcmp(error->message, message) == 0;

    expect(test, same, word);
    if (!same && result == -1)
        fprintf(stderr, "got: %s\n", error->message);
}

static void refusals(struct test *test)
{
    static const struct { const char *word; enum pyos_exception type; const char *message; } list[] = {
        {"-1", PYOS_VALUEERROR, "negative CPU number"},
        {"0,-1", PYOS_VALUEERROR, "negative CPU number"},
        {"-2147483648", PYOS_VALUEERROR, "negative CPU number"},
        {"2147483647", PYOS_OVERFLOWERROR, "CPU number too large"},
        {"0-2147483647", PYOS_OVERFLOWERROR, "CPU number too large"},
        {"9223372036854775808", PYOS_OVERFLOWERROR, "Python int too large to convert to C long"},
        {"a", PYOS_VALUEERROR, "invalid literal for int() with base 0: 'a'"},
        {",", PYOS_VALUEERROR, "invalid literal for int() with base 0: ''"},
        {"0,", PYOS_VALUEERROR, "invalid literal for int() with base 0: ''"},
        {"1-", PYOS_VALUEERROR, "invalid literal for int() with base 0: ''"},
        {"-", PYOS_VALUEERROR, "invalid literal for int() with base 0: '-'"},
        {"1-2-3", PYOS_VALUEERROR, "invalid literal for int() with base 0: '2-3'"},
        {"7-4", PYOS_VALUEERROR, "CPU range 7-4 runs backwards"},
        {"007", PYOS_VALUEERROR, "invalid literal for int() with base 0: '007'"},
    };
    static const char *const masks_of_nothing[] = {"", "0x", "f", "10", "0xg", "0x 1", "-0x1", "0b1"};
    struct pyos_cpus cpus;
    struct pyos_error error;

    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        int result = pyos_cpus_read(pyos_str(list[i].word), &cpus, &error);

        refuse(test, list[i].word, list[i].type, list[i].message, result, &error);
    }
    for (size_t i = 0; i < sizeof masks_of_nothing / sizeof *masks_of_nothing; i++) {
        char message[100];
        int result = pyos_cpus_read_mask(pyos_str(masks_of_nothing[i]), &cpus, &error);

        snprintf(message, sizeof message, "a CPU mask is 0x and hexadecimal digits, not '%s'", masks_of_nothing[i]);
        refuse(test, masks_of_nothing[i], PYOS_VALUEERROR, message, result, &error);
    }
}

/* More than 64 and more than 1024, as the widest machines have. */
static void wide(struct test *test, struct pyos_buf *buf)
{
    struct pyos_cpus cpus = read_list(test, "0-4999");
    char mask[2 + 1250 + 1] = "0x";
    struct pyos_cpus same;

    memset(mask + 2, 'f', 1250);
    same = read_mask(test, mask);
    expect(test, pyos_cpus_count(&cpus) == 5000, "5000 CPUs are counted");
    expect(test, memcmp(cpus.words, same.words, sizeof cpus.words) == 0, "a mask and a list say the same");
    pyos_cpus_list(buf, &same);
    expect_text(test, buf, "0-4999", "5000 CPUs are one range");
    expect(test, pyos_cpus_next(&cpus, 4999) == 4999, "the last CPU is found");
    expect(test, pyos_cpus_next(&cpus, 5000) == -1, "there is none behind the last");
    expect(test, pyos_cpus_next(&cpus, PYOS_CPUS_MAX) == -1, "there is none behind all");
    cpus = read_list(test, "0-9998");
    for (int cpu = 0; cpu < 9999; cpu += 2)
        cpus.words[cpu / PYOS_CPUS_BITS] &= ~(1UL << cpu % PYOS_CPUS_BITS);
    pyos_cpus_list(buf, &cpus);
    buf->size = 0;
    expect(test, pyos_cpus_count(&cpus) == 4999 && pyos_cpus_next(&cpus, 4000) == 4001, "every other CPU");
}

static void forms(struct test *test, struct pyos_buf *buf)
{
    struct pyos_cpus some = read_list(test, "0-1,70");
    struct pyos_cpus none = {0};
    struct pyos_form form = {.kind = PYOS_FORM_PYTHON, .end = '\n'};

    pyos_form_item(&form, buf, PYOS_TYPE_CPUS, &some);
    expect_text(test, buf, "{0, 1, 70}\n", "a set is Python's, sorted");
    pyos_form_item(&form, buf, PYOS_TYPE_CPUS, &none);
    expect_text(test, buf, "set()\n", "the empty set is Python's");
    form.kind = PYOS_FORM_JSON;
    pyos_form_item(&form, buf, PYOS_TYPE_CPUS, &some);
    expect_text(test, buf, "[0,1,70]\n", "a set is a list of JSON");
    form.ints_as_strings = true;
    pyos_form_item(&form, buf, PYOS_TYPE_CPUS, &some);
    expect_text(test, buf, "[\"0\",\"1\",\"70\"]\n", "its integers are quoted with the others");
    pyos_form_item(&form, buf, PYOS_TYPE_CPUS, &none);
    expect_text(test, buf, "[]\n", "the empty set is an empty list");
    form.kind = PYOS_FORM_RAW;
    pyos_form_item(&form, buf, PYOS_TYPE_CPUS, &some);
    expect_text(test, buf, "0\n1\n70\n", "a raw set is an element a line");
    pyos_form_item(&form, buf, PYOS_TYPE_CPUS, &none);
    expect_text(test, buf, "", "a raw empty set is nothing");
    pyos_form_value(&form, buf, PYOS_TYPE_CPUS, &some);
    expect_text(test, buf, "0-1,70", "in a raw record a set is as --affinity takes it");
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    lists(&test, &buf);
    masks(&test, &buf);
    refusals(&test);
    wide(&test, &buf);
    forms(&test, &buf);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
