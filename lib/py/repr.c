#include "pyos/py/repr.h"

#include "pyos/py/hex.h"
#include "pyos/py/printable.h"
#include "pyos/py/scan.h"
#include "pyos/py/utf8.h"

/* Python takes " only where the text holds ' and no ". */
static char quote_of(struct pyos_str text)
{
    if (text.size == 0 || !memchr(text.data, '\'', text.size))
        return '\'';
    return memchr(text.data, '"', text.size) ? '\'' : '"';
}

static void escape_ascii(struct pyos_buf *buf, char c, char quote)
{
    switch (c) {
    case '\t': pyos_buf_text(buf, "\\t"); break;
    case '\n': pyos_buf_text(buf, "\\n"); break;
    case '\r': pyos_buf_text(buf, "\\r"); break;
    default:
        if (c == quote || c == '\\') {
            pyos_buf_char(buf, '\\');
            pyos_buf_char(buf, c);
        } else if ((unsigned char)c < 0x20 || (unsigned char)c >= 0x7F) {
            pyos_hex(buf, "\\x", (unsigned char)c, 2);
        } else {
            pyos_buf_char(buf, c);
        }
    }
}

static void escape_wide(struct pyos_buf *buf, uint32_t codepoint)
{
    if (codepoint <= 0xFF)
        pyos_hex(buf, "\\x", codepoint, 2);
    else if (codepoint <= 0xFFFF)
        pyos_hex(buf, "\\u", codepoint, 4);
    else
        pyos_hex(buf, "\\U", codepoint, 8);
}

/* What stands at text and is not plain ASCII; returns how many bytes it was. */
static size_t repr_one(struct pyos_buf *buf, const char *text, size_t size, char quote)
{
    size_t length;
    uint32_t codepoint = pyos_utf8_decode(text, size, &length);

    if (codepoint == PYOS_UTF8_INVALID)
        for (size_t i = 0; i < length; i++)
            pyos_hex(buf, "\\udc", (unsigned char)text[i], 2);
    else if (codepoint < 0x80)
        escape_ascii(buf, text[0], quote);
    else if (pyos_printable(codepoint))
        pyos_buf_add(buf, text, length);
    else
        escape_wide(buf, codepoint);
    return length;
}

/* Text with escapes, which plain characters need only where they are quote or backslash. */
static void put_escaped(struct pyos_buf *buf, struct pyos_str text, char quote, char backslash)
{
    for (size_t i = 0; i < text.size;) {
        size_t run = pyos_scan_plain(text.data + i, text.size - i, quote, backslash);

        pyos_buf_add(buf, text.data + i, run);
        i += run;
        if (i < text.size)
            i += repr_one(buf, text.data + i, text.size - i, quote);
    }
}

void pyos_repr_str(struct pyos_buf *buf, struct pyos_str text)
{
    char quote = quote_of(text);

    pyos_buf_char(buf, quote);
    put_escaped(buf, text, quote, '\\');
    pyos_buf_char(buf, quote);
}

void pyos_repr_visible(struct pyos_buf *buf, struct pyos_str text)
{
    put_escaped(buf, text, '\n', '\n'); /* no quote: it is not plain, and has an escape of its own */
}

void pyos_repr_bytes(struct pyos_buf *buf, struct pyos_str bytes)
{
    char quote = quote_of(bytes);

    pyos_buf_char(buf, 'b');
    pyos_buf_char(buf, quote);
    for (size_t i = 0; i < bytes.size; i++)
        escape_ascii(buf, bytes.data[i], quote);
    pyos_buf_char(buf, quote);
}
