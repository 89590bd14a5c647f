/* py/float: what the shortest digits are, where their layout changes, and 100,000 doubles for the parity suite. */
#include "test.h"

#include "pyos/py/float.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static void layout(struct test *test, struct pyos_buf *buf)
{
    static const struct { double value; const char *text; } cases[] = {
        {0.0, "0.0"}, {-0.0, "-0.0"}, {1.0, "1.0"}, {-1.5, "-1.5"}, {0.1, "0.1"}, {100.0, "100.0"},
        {1e15, "1000000000000000.0"}, {1e16, "1e+16"}, {9007199254740993.0, "9007199254740992.0"},
        {123456789012345680.0, "1.2345678901234568e+17"}, {0.0001, "0.0001"}, {0.00001, "1e-05"},
        {0.000123, "0.000123"}, {1.5e-5, "1.5e-05"}, {1e100, "1e+100"}, {1e-100, "1e-100"},
        {DBL_MAX, "1.7976931348623157e+308"}, {DBL_MIN, "2.2250738585072014e-308"},
        {5e-324, "5e-324"}, {1700000000.5, "1700000000.5"}, {9.5, "9.5"}, {2e-44, "2e-44"},
        {9007199254740992.0, "9007199254740992.0"}, {1e23, "1e+23"}, {9.109e-31, "9.109e-31"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pyos_float_repr(buf, cases[i].value);
        expect_text(test, buf, cases[i].text, "a float is spelled as Python spells it");
    }
    pyos_float_repr(buf, NAN);
    expect_text(test, buf, "nan", "not a number is nan");
    pyos_float_repr(buf, -INFINITY);
    expect_text(test, buf, "-inf", "minus infinity is -inf");
}

static uint64_t next_random(uint64_t *state) /* splitmix64 */
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static void round_trip(struct test *test, struct pyos_buf *buf)
{
    uint64_t state = 1;

    for (int i = 0; i < 100000; i++) {
        uint64_t bits = next_random(&state);
        double value;
        double back;

        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value))
            continue;
        buf->size = 0;
        pyos_float_repr(buf, value);
        pyos_buf_char(buf, '\0');
        back = strtod(buf->data, NULL);
        if (memcmp(&back, &value, sizeof back) != 0) {
            expect(test, false, "a random double reads back as itself");
            fprintf(stderr, "%s\n", buf->data);
            break;
        }
    }
    buf->size = 0;
}

/* float list: the repr of the doubles of the parity suite, a line each. */
static void list(struct pyos_buf *buf)
{
    uint64_t state = 42;

    for (int i = 0; i < 100000; i++) {
        uint64_t bits = next_random(&state);
        double value;

        memcpy(&value, &bits, sizeof value);
        pyos_float_repr(buf, value);
        pyos_buf_char(buf, '\n');
    }
    fwrite(buf->data, 1, buf->size, stdout);
}

int main(int argc, char **argv)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    if (argc > 1 && strcmp(argv[1], "list") == 0) {
        list(&buf);
    } else {
        layout(&test, &buf);
        round_trip(&test, &buf);
    }
    pyos_buf_free(&buf);
    return test.failures > 0;
}
