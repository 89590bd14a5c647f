/* base/str: bytes with a length. */
#include "test.h"

#include "pyos/base/str.h"

int main(void)
{
    struct test test = {0};
    struct pyos_str none = {0};

    expect(&test, pyos_str("abc").size == 3, "a text has the length that strlen says");
    expect(&test, !pyos_str(NULL).data && pyos_str(NULL).size == 0, "no text is none");
    expect(&test, pyos_str_equal(pyos_str("ab"), (struct pyos_str){"abc", 2}), "only the bytes that belong count");
    expect(&test, !pyos_str_equal(pyos_str("ab"), pyos_str("abc")), "a shorter text is another");
    expect(&test, !pyos_str_equal((struct pyos_str){"a\0b", 3}, (struct pyos_str){"a\0c", 3}), "a NUL is a byte");
    expect(&test, pyos_str_equal(none, pyos_str("")), "nothing holds the same bytes as the empty text");
    return test.failures > 0;
}
