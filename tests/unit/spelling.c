/*
 * py/utf8, py/repr, py/json over all there is: every code point, and the byte sequences at which a
 * decoder can err. `spelling NAME` prints the list of tests/parity/lists.py that has that name.
 */
#include "test.h"

#include "pyos/py/json.h"
#include "pyos/py/repr.h"
#include "pyos/py/utf8.h"

enum { CODEPOINTS = 0x110000, FIRST_SURROGATE = 0xD800, LAST_SURROGATE = 0xDFFF };

/* How a list spells its texts. */
typedef void spelling(struct pyos_buf *buf, struct pyos_str text);

static void json(struct pyos_buf *buf, struct pyos_str text)
{
    pyos_json_str(buf, text, false);
}

static void json_escaped(struct pyos_buf *buf, struct pyos_str text)
{
    pyos_json_str(buf, text, true);
}

static void line(spelling *spell, struct pyos_buf *buf, const char *text, size_t size)
{
    spell(buf, (struct pyos_str){text, size});
    pyos_buf_char(buf, '\n');
}

static void codepoints(spelling *spell, struct pyos_buf *buf)
{
    char text[4];

    for (uint32_t codepoint = 0; codepoint < CODEPOINTS; codepoint++)
        if (codepoint < FIRST_SURROGATE || codepoint > LAST_SURROGATE)
            line(spell, buf, text, pyos_utf8_encode(text, codepoint));
}

static void bytes(spelling *spell, struct pyos_buf *buf)
{
    for (int i = 0; i < 256; i++)
        line(spell, buf, &(char){(char)i}, 1); /* a byte, whatever the sign of char is */
}

/* All pairs of bytes, and four of those bytes at which a decoder changes its mind. */
static void sequences(spelling *spell, struct pyos_buf *buf)
{
    static const char edges[] = "\x41\x7f\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xdf\xe0\xe1\xec\xed\xee\xef\xf0\xf1\xf4\xf5\xff";
    const size_t n = sizeof edges - 1;

    for (int i = 0; i < 256 * 256; i++)
        line(spell, buf, (char[]){(char)(i >> 8), (char)i}, 2); /* the two bytes of it */
    for (size_t i = 0; i < n * n * n * n; i++)
        line(spell, buf, (char[]){edges[i / n / n / n], edges[i / n / n % n], edges[i / n % n], edges[i % n]}, 4);
}

static const struct list {
    const char *name;
    void (*texts)(spelling *spell, struct pyos_buf *buf);
    spelling *spell;
} lists[] = {
    {"repr", codepoints, pyos_repr_str},          {"json", codepoints, json},
    {"bytes", bytes, pyos_repr_bytes},            {"sequences-repr", sequences, pyos_repr_str},
    {"sequences-json", sequences, json},          {"sequences-escaped", sequences, json_escaped},
};

static void round_trip(struct test *test)
{
    char text[4];
    size_t length;

    for (uint32_t codepoint = 0; codepoint < CODEPOINTS; codepoint++) {
        size_t size = pyos_utf8_encode(text, codepoint);
        uint32_t back = pyos_utf8_decode(text, size, &length);
        bool surrogate = codepoint >= FIRST_SURROGATE && codepoint <= LAST_SURROGATE;

        if (back == (surrogate ? PYOS_UTF8_INVALID : codepoint) && length == (surrogate ? 1 : size))
            continue;
        expect(test, false, "a code point is read back from its UTF-8, and a surrogate is none");
        fprintf(stderr, "U+%04X\n", codepoint);
        break;
    }
}

/* The bytes may stand anywhere: a text is spelled as its parts are, whatever it is made of. */
static void places(struct test *test, struct pyos_buf *buf)
{
    char text[24];

    for (size_t before = 0; before <= 16; before++) {
        memset(text, 'x', sizeof text);
        memcpy(text + before, "\xff\xc3\xa9\x7f", 4);
        pyos_repr_str(buf, (struct pyos_str){text, before + 5});
        expect(test, buf->size == 1 + before + strlen("\\udcff\xc3\xa9\\x7fx'"), "an escape fits in at any place");
        expect(test, memcmp(buf->data + 1 + before, "\\udcff\xc3\xa9\\x7fx'", 14) == 0, "an escape is the same anywhere");
        buf->size = 0;
    }
    pyos_repr_str(buf, pyos_str("'"));
    expect_text(test, buf, "\"'\"", "double quotes hold a single one");
    pyos_repr_str(buf, pyos_str("'\""));
    expect_text(test, buf, "'\\'\"'", "where both are there, the single one is escaped");
    pyos_repr_bytes(buf, pyos_str("'"));
    expect_text(test, buf, "b\"'\"", "bytes choose their quotes as text does");
    pyos_repr_str(buf, pyos_str(""));
    expect_text(test, buf, "''", "nothing has quotes too");
}

static void visible(struct test *test, struct pyos_buf *buf)
{
    pyos_repr_visible(buf, (struct pyos_str){"\0\n\x7f\x1b'\"\\\xff\xc2\x9b\xc3\xa9", 12});
    expect_text(test, buf, "\\x00\\n\\x7f\\x1b'\"\\\\udcff\\x9b\xc3\xa9", "to eyes, only the unprintable is escaped");
}

int main(int argc, char **argv)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    for (size_t i = 0; argc > 1 && i < sizeof lists / sizeof *lists; i++)
        if (strcmp(lists[i].name, argv[1]) == 0)
            lists[i].texts(lists[i].spell, &buf);
    fwrite(buf.data ? buf.data : "", 1, buf.size, stdout);
    if (argc == 1) {
        round_trip(&test);
        places(&test, &buf);
        visible(&test, &buf);
    }
    pyos_buf_free(&buf);
    return test.failures > 0;
}
