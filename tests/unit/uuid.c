/* py/uuid: the bits of RFC 9562, and the order of version 7. */
#include "test.h"

#include "pyos/py/uuid.h"

static const uint8_t ones[PYOS_UUID_BYTES] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
};
static const uint8_t zeros[PYOS_UUID_BYTES];

static void is(struct test *test, const char *text, const char *expected, const char *sentence)
{
    if (strcmp(text, expected) != 0)
        fprintf(stderr, "got %s, not %s\n", text, expected);
    expect(test, strcmp(text, expected) == 0, sentence);
}

static void stays_in_order(struct test *test)
{
    struct pyos_uuid7 last = {0};
    char text[PYOS_UUID_TEXT];
    char before[PYOS_UUID_TEXT] = "";
    const uint8_t *const randoms[] = {ones, zeros};

    for (uint64_t i = 0; i < 1000; i++) {
        uint64_t milliseconds = i < 500 ? i / 100 : 500 - i / 2; /* it stands still, goes on and goes back */

        pyos_uuid7(text, &last, milliseconds, randoms[i * 7 / 3 % 2]);
        expect(test, strcmp(text, before) > 0, "each is greater than the last one");
        memcpy(before, text, sizeof before);
    }
}

int main(void)
{
    struct test test = {0};
    struct pyos_uuid7 last = {0};
    char text[PYOS_UUID_TEXT];

    pyos_uuid4(text, ones);
    is(&test, text, "ffffffff-ffff-4fff-bfff-ffffffffffff", "122 bits are random");
    pyos_uuid4(text, zeros);
    is(&test, text, "00000000-0000-4000-8000-000000000000", "six bits are the version and the variant");

    pyos_uuid7(text, &last, UINT64_C(0x017F22E279B0), zeros); /* the time of the RFC's example */
    is(&test, text, "017f22e2-79b0-7000-8000-000000000000", "48 bits are the time");
    pyos_uuid7(text, &last, UINT64_C(0x017F22E279B0), ones);
    is(&test, text, "017f22e2-79b0-7000-8000-0001ffffffff", "within a millisecond the counter goes up");
    pyos_uuid7(text, &last, UINT64_C(0x017F22E279B1), ones);
    is(&test, text, "017f22e2-79b1-77ff-bfff-ffffffffffff", "and starts anew, with its first bit 0, in the next");

    last.counter = (UINT64_C(1) << 42) - 1;
    pyos_uuid7(text, &last, UINT64_C(0x017F22E279B1), zeros);
    is(&test, text, "017f22e2-79b2-7000-8000-000000000000", "a counter that is used up borrows a millisecond");
    stays_in_order(&test);
    return test.failures > 0;
}
