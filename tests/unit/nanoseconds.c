/* py/nanoseconds: lengths of time with a unit. */
#include "test.h"

#include "pyos/py/nanoseconds.h"

int main(void)
{
    static const struct { const char *word; int64_t nanoseconds; } good[] = {
        {"0", 0}, {"1", 1}, {"1_000", 1000}, {"0x10", 16}, {"500ns", 500}, {"3us", 3000}, {"10ms", 10000000},
        {"1s", 1000000000}, {"9223372036854775807", INT64_MAX}, {"9223372036s", INT64_C(9223372036000000000)},
    };
    static const struct { const char *word; enum pyos_exception type; } bad[] = {
        {"", PYOS_VALUEERROR}, {"ms", PYOS_VALUEERROR}, {"s", PYOS_VALUEERROR}, {"1.5ms", PYOS_VALUEERROR},
        {"1m", PYOS_VALUEERROR}, {"1 m s", PYOS_VALUEERROR}, {"-1", PYOS_VALUEERROR}, {"-1ms", PYOS_VALUEERROR},
        {"1sms", PYOS_VALUEERROR}, {"9223372036854775808", PYOS_OVERFLOWERROR}, {"9223372037s", PYOS_OVERFLOWERROR},
    };
    struct test test = {0};

    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct pyos_error error;
        int64_t got = -1;

        expect(&test, pyos_nanoseconds_read(pyos_str(good[i].word), &got, &error) == 0 && got == good[i].nanoseconds,
               good[i].word);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct pyos_error error;
        int64_t got;

        expect(&test, pyos_nanoseconds_read(pyos_str(bad[i].word), &got, &error) == -1 && error.type == bad[i].type,
               bad[i].word);
    }
    return test.failures > 0;
}
