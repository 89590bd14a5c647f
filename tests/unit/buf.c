/* base/buf: a text that grows, its numbers, and what a failed buffer does. */
#include "test.h"

#include "pyos/base/buf.h"

static void growth(struct test *test)
{
    struct pyos_buf buf = {0};
    bool all = true;

    pyos_buf_add(&buf, NULL, 0);
    pyos_buf_text(&buf, "");
    pyos_buf_str(&buf, (struct pyos_str){0});
    expect(test, !buf.data && buf.size == 0 && !buf.failed, "nothing appended to nothing allocates nothing");
    for (int i = 0; i < 100000; i++)
        pyos_buf_char(&buf, (char)('a' + i % 26)); /* a letter */
    for (int i = 0; i < 100000; i++)
        all = all && buf.data[i] == 'a' + i % 26;
    expect(test, all && buf.size == 100000, "what is appended stays while the buffer grows");
    pyos_buf_free(&buf);
    expect(test, !buf.data && buf.capacity == 0 && buf.size == 0, "a freed buffer is empty");
    pyos_buf_add(&buf, "a\0b", 3);
    expect(test, buf.size == 3 && memcmp(buf.data, "a\0b", 3) == 0, "and can be used again, for any bytes");
    pyos_buf_free(&buf);
}

static void reserve(struct test *test)
{
    struct pyos_buf buf = {0};
    char *at;

    pyos_buf_text(&buf, "ab");
    at = pyos_buf_reserve(&buf, 5000);
    if (at) {
        memset(at, 'c', 5000);
        buf.size += 1;
    }
    expect_text(test, &buf, "abc", "reserved room is filled as far as the caller says");
    pyos_buf_free(&buf);
}

static void numbers(struct test *test)
{
    struct pyos_buf buf = {0};

    pyos_buf_u64(&buf, 0);
    expect_text(test, &buf, "0", "zero is one digit");
    pyos_buf_u64(&buf, UINT64_MAX);
    expect_text(test, &buf, "18446744073709551615", "the largest number is decimal");
    pyos_buf_i64(&buf, INT64_MIN);
    expect_text(test, &buf, "-9223372036854775808", "the lowest number is decimal");
    pyos_buf_i64(&buf, -1);
    pyos_buf_i64(&buf, INT64_MAX);
    expect_text(test, &buf, "-19223372036854775807", "numbers are appended");
    pyos_buf_padded(&buf, 7, 9);
    expect_text(test, &buf, "000000007", "a padded number has zeros in front");
    pyos_buf_padded(&buf, 0, 1);
    pyos_buf_padded(&buf, 999999999, 9);
    expect_text(test, &buf, "0999999999", "and none where its digits fill the width");
    pyos_buf_padded(&buf, UINT64_MAX, 20);
    expect_text(test, &buf, "18446744073709551615", "a width of 20 holds any number");
    pyos_buf_padded(&buf, 1, 20);
    expect_text(test, &buf, "00000000000000000001", "even the smallest");
    pyos_buf_free(&buf);
}

static void failure(struct test *test)
{
    struct pyos_buf buf = {0};

    pyos_buf_text(&buf, "whole");
    expect(test, !pyos_buf_reserve(&buf, SIZE_MAX - 2) && buf.failed, "a size that overflows fails the buffer");
    pyos_buf_text(&buf, " and more");
    pyos_buf_char(&buf, '.');
    pyos_buf_u64(&buf, 1);
    expect(test, buf.size == 5 && memcmp(buf.data, "whole", 5) == 0, "a failed buffer takes nothing more");
    expect(test, !pyos_buf_reserve(&buf, 1), "not even what would fit");
    pyos_buf_free(&buf);
    pyos_buf_text(&buf, "anew");
    expect(test, !buf.failed, "freed, it is as new");
    expect_text(test, &buf, "anew", "and takes text again");
    pyos_buf_free(&buf);
}

int main(void)
{
    struct test test = {0};

    growth(&test);
    reserve(&test);
    numbers(&test);
    failure(&test);
    return test.failures > 0;
}
