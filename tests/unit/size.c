/* py/size: numbers of bytes, with and without a suffix. */
#include "test.h"

#include "pyos/py/size.h"

static void reads(struct test *test, const char *word, int64_t bytes)
{
    struct pyos_error error = {0};
    int64_t read = -1;
    bool well = pyos_size_parse(pyos_str(word), &read, &error) == 0 && read == bytes;

    if (!well)
        fprintf(stderr, "%s: %jd %s\n", word, (intmax_t)read, error.message);
    expect(test, well, "a size is read");
}

static void refuses(struct test *test, const char *word, enum pyos_exception type)
{
    struct pyos_error error = {0};
    int64_t read;
    bool well = pyos_size_parse(pyos_str(word), &read, &error) != 0 && error.type == type;

    if (!well)
        fprintf(stderr, "%s: %s\n", word, error.message);
    expect(test, well, "what is no size is refused");
}

int main(void)
{
    static const char *const none[] = {"", "K", "KB", "4KB", "4kb", "4Ki", "4B", "4iB", "iB", "1.5M", "4 K", "0644",
                                       "4KK", "K4", "4Z", "4KiBiB", "x"};
    static const char *const large[] = {"9223372036854775808", "-9223372036854775809", "8E", "8388608T",
                                        "9007199254740992K", "99999999999999999999G"};
    struct test test = {0};

    reads(&test, "0", 0);
    reads(&test, "16", 16);
    reads(&test, "1_000", 1000);
    reads(&test, "0x1E", 30);
    reads(&test, "0x1G", INT64_C(1) << 30);
    reads(&test, "4K", 4096);
    reads(&test, "4k", 4096);
    reads(&test, "1M", 1 << 20);
    reads(&test, "2GiB", INT64_C(2) << 30);
    reads(&test, "3TiB", INT64_C(3) << 40);
    reads(&test, "5p", INT64_C(5) << 50);
    reads(&test, "7E", INT64_C(7) << 60);
    reads(&test, "-8EiB", INT64_MIN);
    reads(&test, "-1", -1);
    reads(&test, "9223372036854775807", INT64_MAX);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        refuses(&test, none[i], PYOS_VALUEERROR);
    for (size_t i = 0; i < sizeof large / sizeof *large; i++)
        refuses(&test, large[i], PYOS_OVERFLOWERROR);
    return test.failures > 0;
}
