/*
 * py/repr, py/json over all there is: `spelling NAME` prints the list of tests/parity/lists.py that has
 * that name. Without one: what repr makes for eyes, which has no counterpart in Python.
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

/* Every sequence of four bytes of a choice that UTF-8 tells apart. */
static void sequences(spelling *spell, struct pyos_buf *buf)
{
    static const char chosen[] = "A'\n\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xE0\xE1\xED\xEF\xF0\xF4\xFF";
    const size_t count = sizeof chosen - 1;

    for (size_t i = 0; i < count * count * count * count; i++) {
        const char text[] = {chosen[i / count / count / count], chosen[i / count / count % count],
                             chosen[i / count % count], chosen[i % count]};

        line(spell, buf, text, sizeof text);
    }
}

/* All four spellings of a text, and ! where the last has lost bytes. */
static void all_spellings(struct pyos_buf *buf, struct pyos_str text)
{
    pyos_repr_str(buf, text);
    pyos_repr_bytes(buf, text);
    pyos_json_str(buf, text, true);
    pyos_buf_text(buf, pyos_json_str(buf, text, false) ? "" : "!");
}

static const struct list {
    const char *name;
    void (*texts)(spelling *spell, struct pyos_buf *buf);
    spelling *spell;
} lists[] = {
    {"repr", codepoints, pyos_repr_str},
    {"json", codepoints, json},
    {"bytes", bytes, pyos_repr_bytes},
    {"sequences", sequences, all_spellings},
};

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
    if (argc == 1)
        visible(&test, &buf);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
