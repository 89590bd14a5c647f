/* py/hex: bytes as digits and back, as bytes.hex and bytes.fromhex have it. */
#include "test.h"

#include "pyos/py/hex.h"

static void refuses(struct test *test, const char *text, const char *message)
{
    struct pyos_buf buf = {0};
    struct pyos_error error = {0};
    bool refused = pyos_hex_decode(&buf, pyos_str(text), &error) != 0;

    expect(test, refused && error.type == PYOS_VALUEERROR && strcmp(error.message, message) == 0,
           "what is no pair of digits is a ValueError that says where");
    pyos_buf_free(&buf);
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};
    struct pyos_error error;
    char all[256];

    for (int i = 0; i < 256; i++)
        all[i] = (char)i; /* every byte */
    pyos_hex_encode(&buf, (struct pyos_str){"\x00\x0f\xa5\xff", 4});
    expect_text(&test, &buf, "000fa5ff", "digits are small, two a byte");
    pyos_hex_encode(&buf, (struct pyos_str){NULL, 0});
    expect_text(&test, &buf, "", "no bytes have no digits");
    expect(&test, pyos_hex_decode(&buf, pyos_str(" 68 \t69\n\v\f\r4A4a "), &error) == 0, "spaces stand between bytes");
    expect_text(&test, &buf, "hiJJ", "and digits are of either case");
    for (int i = 0; i < 256; i++) {
        char digits[3];

        snprintf(digits, sizeof digits, "%02x", (unsigned)i);
        expect(&test, pyos_hex_decode(&buf, pyos_str(digits), &error) == 0, "every byte has two digits");
    }
    expect(&test, pyos_str_equal((struct pyos_str){buf.data, buf.size}, (struct pyos_str){all, 256}),
           "and comes back from them");
    refuses(&test, "0", "non-hexadecimal number found in fromhex() arg at position 1");
    refuses(&test, "0x61", "non-hexadecimal number found in fromhex() arg at position 1");
    refuses(&test, "6 1", "non-hexadecimal number found in fromhex() arg at position 1");
    refuses(&test, "616", "non-hexadecimal number found in fromhex() arg at position 3");
    refuses(&test, "61\xc2\xa0", "non-hexadecimal number found in fromhex() arg at position 2");
    pyos_buf_free(&buf);
    return test.failures > 0;
}
