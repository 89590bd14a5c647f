#include "pyos/py/repr.h"

#include "pyos/py/hex.h"
#include "pyos/py/printable.h"
#include "pyos/py/scan.h"
#include "pyos/py/utf8.h"

/* Python takes " only where the text holds ' and no ". */
char pyos_repr_quote(struct pyos_str bytes)
{
    if (bytes.size == 0 || !memchr(bytes.data, '\'', bytes.size))
        return '\'';
    return memchr(bytes.data, '"', bytes.size) ? '\'' : '"';
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
    char quote = pyos_repr_quote(text);

    pyos_buf_char(buf, quote);
    put_escaped(buf, text, quote, '\\');
    pyos_buf_char(buf, quote);
}

void pyos_repr_visible(struct pyos_buf *buf, struct pyos_str text)
{
    put_escaped(buf, text, '\n', '\n'); /* no quote: it is not plain, and has an escape of its own */
}

/* As escape_ascii, without the calls: values and random bytes are mostly escapes. 1 to 4 characters. */
static size_t escape_byte(char text[4], char c, char quote)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char byte = (unsigned char)c;
    bool named = c == '\t' || c == '\n' || c == '\r';

    if (byte >= 0x20 && byte < 0x7F && c != quote && c != '\\') {
        text[0] = c;
        return 1;
    }
    text[0] = '\\';
    if (c == quote || c == '\\' || named) {
        text[1] = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
        return 2;
    }
    text[1] = 'x';
    text[2] = digits[byte >> 4];
    text[3] = digits[byte & 0xF];
    return 4;
}

void pyos_repr_bytes_part(struct pyos_buf *buf, struct pyos_str part, char quote)
{
    char *text = part.size > 0 ? pyos_buf_reserve(buf, 4 * part.size) : NULL;

    if (!text)
        return;
    for (size_t i = 0; i < part.size; i++)
        text += escape_byte(text, part.data[i], quote);
    buf->size = (size_t)(text - buf->data); /* text is in data */
}

void pyos_repr_bytes(struct pyos_buf *buf, struct pyos_str bytes)
{
    char quote = pyos_repr_quote(bytes);

    pyos_buf_char(buf, 'b');
    pyos_buf_char(buf, quote);
    pyos_repr_bytes_part(buf, bytes, quote);
    pyos_buf_char(buf, quote);
}
