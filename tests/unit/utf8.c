/* py/utf8: every code point, and how many bytes each kind of nonsense takes in Python. */
#include "test.h"

#include "pyos/py/utf8.h"

static void code_points(struct test *test)
{
    bool valid = true;
    bool refused = true;

    for (uint32_t codepoint = 0; codepoint <= 0x10FFFF; codepoint++) {
        char text[4];
        size_t size = pyos_utf8_encode(text, codepoint);
        size_t length;
        uint32_t back = pyos_utf8_decode(text, size, &length);

        if (codepoint >= 0xD800 && codepoint <= 0xDFFF)
            refused = refused && back == PYOS_UTF8_INVALID && length == 1;
        else
            valid = valid && back == codepoint && length == size;
    }
    expect(test, valid, "every code point reads back as itself");
    expect(test, refused, "but for the surrogates, which are refused");
}

/* Recorded from CPython 3.13: start and end of its UnicodeDecodeError. */
static void nonsense(struct test *test)
{
    static const struct { const char *text; size_t size, length; } cases[] = {
        {"\200", 1, 1}, {"\277", 1, 1}, {"\300\200", 2, 1}, {"\301\277", 2, 1}, {"\302", 1, 1}, {"\302\101", 2, 1},
        {"\302\302", 2, 1}, {"\337\177", 2, 1}, {"\340", 1, 1}, {"\340\200\200", 3, 1}, {"\340\237\277", 3, 1},
        {"\340\240", 2, 2}, {"\340\240\101", 3, 2}, {"\341\200", 2, 2}, {"\341\200\300", 3, 2}, {"\354\277\177", 3, 2},
        {"\355\240\200", 3, 1}, {"\355\277\277", 3, 1}, {"\355\237", 2, 2}, {"\356\200", 2, 2}, {"\357\277", 2, 2},
        {"\360", 1, 1}, {"\360\200\200\200", 4, 1}, {"\360\217\277\277", 4, 1}, {"\360\220", 2, 2},
        {"\360\220\200", 3, 3}, {"\360\220\200\101", 4, 3}, {"\363\277\277\300", 4, 3}, {"\364\217\277", 3, 3},
        {"\364\220\200\200", 4, 1}, {"\365\200\200\200", 4, 1}, {"\370\210\200\200\200", 5, 1}, {"\376", 1, 1},
        {"\377", 1, 1},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length;
        uint32_t codepoint = pyos_utf8_decode(cases[i].text, cases[i].size, &length);

        expect(test, codepoint == PYOS_UTF8_INVALID && length == cases[i].length,
               "what is not UTF-8 is cut into pieces as Python cuts it");
    }
}

int main(void)
{
    struct test test = {0};

    code_points(&test);
    nonsense(&test);
    return test.failures > 0;
}
