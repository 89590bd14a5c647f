/*
 * py/base64: what decodes and what does not. With the argument list, reads lines and prints what became
 * of each, for the comparison with CPython's binascii.
 */
#include "test.h"

#include "pyos/py/base64.h"
#include "pyos/py/hex.h"

static void refuses(struct test *test, const char *text, const char *message)
{
    struct pyos_buf buf = {0};
    struct pyos_error error = {0};
    bool refused = pyos_base64_decode(&buf, pyos_str(text), &error) != 0;

    if (!refused || strcmp(error.message, message) != 0)
        fprintf(stderr, "%s: %s\n", text, refused ? error.message : "was read");
    expect(test, refused && error.type == PYOS_VALUEERROR && strcmp(error.message, message) == 0,
           "what is no base64 is a ValueError in the words of binascii");
    pyos_buf_free(&buf);
}

static void read_back(struct test *test)
{
    struct pyos_buf bytes = {0};
    struct pyos_buf text = {0};
    struct pyos_buf back = {0};
    struct pyos_error error;

    for (unsigned size = 0; size < 600; size++) {
        text.size = back.size = 0;
        pyos_base64_encode(&text, (struct pyos_str){bytes.data, bytes.size});
        expect(test, text.size == (bytes.size + 2) / 3 * 4, "text is four digits for three bytes");
        expect(test, pyos_base64_decode(&back, (struct pyos_str){text.data, text.size}, &error) == 0, "text is read");
        expect(test, pyos_str_equal((struct pyos_str){bytes.data, bytes.size}, (struct pyos_str){back.data, back.size}),
               "bytes of any number come back");
        pyos_buf_char(&bytes, (char)(size * 7 + size / 256)); /* any byte */
    }
    pyos_buf_free(&bytes);
    pyos_buf_free(&text);
    pyos_buf_free(&back);
}

static void spell(struct test *test)
{
    struct pyos_buf buf = {0};
    struct pyos_error error;

    pyos_base64_encode_urlsafe(&buf, (struct pyos_str){"\xfb\xff\xbf\xff", 4});
    expect_text(test, &buf, "-_-__w", "an address has - and _, and no padding");
    pyos_base64_encode(&buf, (struct pyos_str){"\xfb\xff\xbf\xff", 4});
    expect_text(test, &buf, "+/+//w==", "where text has + and / and padding");
    expect(test, pyos_base64_decode(&buf, pyos_str("YR=="), &error) == 0, "bits behind the last byte do not matter");
    expect_text(test, &buf, "a", "as in Python");
    pyos_buf_free(&buf);
}

static void list(void)
{
    char line[256];

    while (fgets(line, sizeof line, stdin)) {
        struct pyos_str text = {line, strcspn(line, "\n")};
        struct pyos_buf bytes = {0};
        struct pyos_buf shown = {0};
        struct pyos_error error;

        if (pyos_base64_decode(&bytes, text, &error) == 0)
            pyos_hex_encode(&shown, (struct pyos_str){bytes.data, bytes.size});
        else
            pyos_buf_text(&shown, error.message);
        printf("%.*s\n", (int)shown.size, shown.data ? shown.data : "");
        pyos_buf_free(&bytes);
        pyos_buf_free(&shown);
    }
}

int main(int argc, char **argv)
{
    struct test test = {0};

    if (argc > 1 && strcmp(argv[1], "list") == 0) {
        list();
        return 0;
    }
    read_back(&test);
    spell(&test);
    refuses(&test, "=", "Leading padding not allowed");
    refuses(&test, "YQ", "Incorrect padding");
    refuses(&test, "YQ=", "Incorrect padding");
    refuses(&test, "YQ===", "Excess data after padding");
    refuses(&test, "YQ==\n", "Excess data after padding");
    refuses(&test, "YWJj=", "Excess padding not allowed");
    refuses(&test, "Y=Q=", "Discontinuous padding not allowed");
    refuses(&test, "Y Q==", "Only base64 data is allowed");
    refuses(&test, "YQ-_", "Only base64 data is allowed");
    refuses(&test, "YWJjZ", "Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a "
                            "multiple of 4");
    return test.failures > 0;
}
