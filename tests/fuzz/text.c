/*
 * py/utf8, repr, json, base64: whatever the bytes are, what is written is printable (JSON: ASCII), follows its
 * grammar, and reads back as the same bytes by the small readers here.
 */
#include "fuzz.h"

#include "pyos/py/base64.h"
#include "pyos/py/json.h"
#include "pyos/py/printable.h"
#include "pyos/py/repr.h"
#include "pyos/py/utf8.h"

static uint32_t read_hex(const char **at, const char *end, int digits)
{
    static const char all[] = "0123456789abcdef";
    uint32_t value = 0;

    must(end - *at >= digits, "an escape has all its digits");
    for (int i = 0; i < digits; i++) {
        const char *digit = strchr(all, *(*at)++);

        must(digit && *digit, "the digits of an escape are hexadecimal");
        value = value << 4 | (uint32_t)(digit - all); /* 0 to 15 */
    }
    return value;
}

/* Appends the bytes that a code point of a str stands for: U+DCXX is one byte, as os.fsencode has it. */
static void put_codepoint(struct pyos_buf *back, uint32_t codepoint)
{
    char text[4];

    if (codepoint >= 0xDC80 && codepoint <= 0xDCFF)
        pyos_buf_char(back, (char)(codepoint - 0xDC00)); /* 0x80 to 0xFF */
    else
        pyos_buf_add(back, text, pyos_utf8_encode(text, codepoint));
}

static bool same(const struct pyos_buf *back, struct pyos_str text)
{
    return pyos_str_equal((struct pyos_str){back->data, back->size}, text);
}

static void check_utf8(struct pyos_str text)
{
    for (size_t i = 0, length; i < text.size; i += length) {
        uint32_t codepoint = pyos_utf8_decode(text.data + i, text.size - i, &length);
        char again[4];

        must(length >= 1 && length <= 4 && length <= text.size - i, "a code point has a length inside of the text");
        if (codepoint != PYOS_UTF8_INVALID)
            must(pyos_utf8_encode(again, codepoint) == length && memcmp(again, text.data + i, length) == 0,
                 "a code point is encoded as it was");
        else
            must(length < 4, "no more than three bytes are refused at once");
    }
}

/* One escape of repr, behind its backslash. */
static uint32_t read_escape(const char **at, const char *end)
{
    must(*at < end, "something follows a backslash");
    switch (*(*at)++) {
    case 't': return '\t';
    case 'n': return '\n';
    case 'r': return '\r';
    case 'x': return read_hex(at, end, 2);
    case 'u': return read_hex(at, end, 4);
    case 'U': return read_hex(at, end, 8);
    case '\\': return '\\';
    case '\'': return '\'';
    case '"': return '"';
    default: must(false, "an escape of repr is one of Python's"); return 0;
    }
}

/* Reads what stands between the quotes; bytes: each escape is a byte, and nothing is beyond ASCII. */
static void read_repr(const struct pyos_buf *written, bool bytes, struct pyos_buf *back)
{
    const char *at = written->data + bytes;
    const char *end = written->data + written->size - 1;

    must(written->size >= 2u + bytes && (*at == '\'' || *at == '"') && *end == *at, "quotes stand around a repr");
    for (char quote = *at++; at < end;) {
        size_t length;
        uint32_t codepoint = pyos_utf8_decode(at, (size_t)(end - at), &length); /* at < end */

        must(codepoint != PYOS_UTF8_INVALID && pyos_printable(codepoint), "a repr is printable");
        must(codepoint != (unsigned char)quote, "a quote inside of a repr is escaped");
        must(!bytes || codepoint < 0x7F, "a repr of bytes is ASCII");
        at += length;
        if (codepoint == '\\')
            codepoint = read_escape(&at, end);
        if (bytes)
            pyos_buf_char(back, (char)codepoint); /* a byte */
        else
            put_codepoint(back, codepoint);
    }
}

static void check_repr(struct pyos_str text)
{
    for (int bytes = 0; bytes < 2; bytes++) {
        struct pyos_buf written = {0};
        struct pyos_buf back = {0};

        if (bytes)
            pyos_repr_bytes(&written, text);
        else
            pyos_repr_str(&written, text);
        read_repr(&written, bytes, &back);
        must(same(&back, text), "a repr reads back as what it shows");
        pyos_buf_free(&written);
        pyos_buf_free(&back);
    }
}

static uint32_t read_json_escape(const char **at, const char *end)
{
    static const char letters[] = "bfnrt\"\\/";
    static const char meant[] = "\b\f\n\r\t\"\\/";
    const char *letter;

    must(*at < end, "something follows a backslash");
    if (**at == 'u') {
        (*at)++;
        return read_hex(at, end, 4);
    }
    letter = strchr(letters, *(*at)++);
    must(letter && *letter, "an escape of JSON is one of the RFC's");
    return (unsigned char)meant[letter - letters];
}

/* Reads a JSON string; pairs of surrogates become one code point. */
static void read_json(const struct pyos_buf *written, struct pyos_buf *back)
{
    const char *at = written->data + 1;
    const char *end = written->data + written->size - 1;

    must(written->size >= 2 && written->data[0] == '"' && *end == '"', "quotes stand around a JSON string");
    while (at < end) {
        uint32_t codepoint = (unsigned char)*at++;

        must(codepoint >= 0x20 && codepoint < 0x7F && codepoint != '"', "a JSON string is printable ASCII");
        if (codepoint == '\\')
            codepoint = read_json_escape(&at, end);
        if (codepoint >= 0xD800 && codepoint < 0xDC00) {
            uint32_t low;

            must(end - at > 2 && at[0] == '\\' && at[1] == 'u', "the second surrogate follows the first");
            at += 2;
            low = read_hex(&at, end, 4);
            must(low >= 0xDC00 && low < 0xE000, "and is a low one");
            codepoint = 0x10000 + ((codepoint - 0xD800) << 10) + (low - 0xDC00);
        }
        put_codepoint(back, codepoint);
    }
}

static bool is_utf8(struct pyos_str text)
{
    size_t length;

    for (size_t i = 0; i < text.size; i += length)
        if (pyos_utf8_decode(text.data + i, text.size - i, &length) == PYOS_UTF8_INVALID)
            return false;
    return true;
}

static void check_json(struct pyos_str text)
{
    for (int escaped = 0; escaped < 2; escaped++) {
        struct pyos_buf written = {0};
        struct pyos_buf back = {0};
        bool exact = pyos_json_str(&written, text, escaped);

        must(exact == (escaped || is_utf8(text)), "lost bytes are told, and only those");
        read_json(&written, &back);
        must(same(&back, text) == exact, "a JSON string reads back as what it holds, unless bytes were lost");
        pyos_buf_free(&written);
        pyos_buf_free(&back);
    }
}

static uint32_t value_of_digit(char c)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *digit = c == '=' ? digits : strchr(digits, c);

    must(digit && c != '\0', "a digit of base64 is one");
    return (uint32_t)(digit - digits); /* 0 to 63 */
}

static void check_base64(struct pyos_str text)
{
    struct pyos_buf written = {0};
    struct pyos_buf back = {0};

    pyos_base64_encode(&written, text);
    must(written.size == (text.size + 2) / 3 * 4, "base64 has four digits for three bytes");
    for (size_t i = 0; i < written.size; i += 4) {
        uint32_t group = 0;

        for (size_t j = 0; j < 4; j++)
            group = group << 6 | value_of_digit(written.data[i + j]);
        for (int shift = 16; shift >= 0; shift -= 8)
            pyos_buf_char(&back, (char)(group >> shift & 0xFF)); /* a byte */
    }
    for (size_t i = written.size; i > 0 && written.data[i - 1] == '='; i--)
        back.size--;
    must(same(&back, text), "base64 reads back");
    pyos_buf_free(&written);
    pyos_buf_free(&back);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct pyos_str text = fuzz_text(data, size);

    check_utf8(text);
    check_repr(text);
    check_json(text);
    check_base64(text);
    return 0;
}
