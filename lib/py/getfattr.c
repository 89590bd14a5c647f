#include "pyos/py/getfattr.h"

#include "pyos/py/base64.h"
#include "pyos/py/hex.h"

#define FILE_PREFIX "# file: "

/* \ooo */
static void put_octal(struct pyos_buf *buf, char c)
{
    unsigned char byte = (unsigned char)c;
    char text[] = {'\\', (char)('0' + (byte >> 6)), (char)('0' + (byte >> 3 & 7)), (char)('0' + (byte & 7))};

    pyos_buf_add(buf, text, sizeof text); /* each one octal digit */
}

/* A path or a name: the backslash and the bytes of special in octal. */
static void put_quoted(struct pyos_buf *buf, struct pyos_str text, const char *special)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] == '\\' || strchr(special, text.data[i]))
            put_octal(buf, text.data[i]);
        else
            pyos_buf_char(buf, text.data[i]);
}

void pyos_getfattr_put_file(struct pyos_buf *buf, struct pyos_str path)
{
    pyos_buf_text(buf, FILE_PREFIX);
    put_quoted(buf, path, "\n\r");
    pyos_buf_char(buf, '\n');
}

static void put_text(struct pyos_buf *buf, struct pyos_str value)
{
    pyos_buf_char(buf, '"');
    for (size_t i = 0; i < value.size; i++) {
        char c = value.data[i];

        if (c == '\0' || c == '\n' || c == '\r') {
            put_octal(buf, c);
            continue;
        }
        if (c == '\\' || c == '"')
            pyos_buf_char(buf, '\\');
        pyos_buf_char(buf, c);
    }
    pyos_buf_char(buf, '"');
}

/* Whether people can read it; a NUL that ends it does not count. */
static bool is_readable(struct pyos_str value)
{
    size_t size = value.size;
    size_t odd = 0;

    if (size > 0 && value.data[size - 1] == '\0')
        size--;
    for (size_t i = 0; i < size; i++)
        odd += value.data[i] < ' ' || value.data[i] > '~';
    return odd <= size / 8;
}

void pyos_getfattr_put(struct pyos_buf *buf, struct pyos_str name, struct pyos_str value,
                       enum pyos_xattr_encoding encoding)
{
    if (encoding == PYOS_XATTR_AUTO)
        encoding = is_readable(value) ? PYOS_XATTR_TEXT : PYOS_XATTR_BASE64;
    put_quoted(buf, name, "=\n\r");
    pyos_buf_char(buf, '=');
    if (encoding == PYOS_XATTR_TEXT) {
        put_text(buf, value);
    } else if (encoding == PYOS_XATTR_HEX) {
        pyos_buf_text(buf, "0x");
        pyos_hex_encode(buf, value);
    } else {
        pyos_buf_text(buf, "0s");
        pyos_base64_encode(buf, value);
    }
    pyos_buf_char(buf, '\n');
}

/* ---- reading */

static bool is_octal(char c)
{
    return c >= '0' && c <= '7';
}

/* How many octal digits stand at text, at most 3, and what they say. */
static size_t octal(struct pyos_str text, int *value)
{
    size_t digits = 0;

    *value = 0;
    while (digits < 3 && digits < text.size && is_octal(text.data[digits]))
        *value = *value << 3 | (text.data[digits++] - '0');
    return digits;
}

/* Undoes put_quoted: a backslash that does not lead three digits is itself. */
static void take_quoted(struct pyos_buf *buf, struct pyos_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        int value;

        if (text.data[i] == '\\' && octal((struct pyos_str){text.data + i + 1, text.size - i - 1}, &value) == 3 &&
            value <= 0xFF) {
            pyos_buf_char(buf, (char)value); /* one byte */
            i += 3;
        } else {
            pyos_buf_char(buf, text.data[i]);
        }
    }
}

bool pyos_getfattr_take_file(struct pyos_str line, struct pyos_buf *path)
{
    const size_t prefix = sizeof FILE_PREFIX - 1;

    if (line.size < prefix || memcmp(line.data, FILE_PREFIX, prefix) != 0)
        return false;
    take_quoted(path, (struct pyos_str){line.data + prefix, line.size - prefix});
    return true;
}

/* Text between its quotes, or without any: one to three octal digits, \\ and \" are escapes, as in setfattr. */
static int take_text(struct pyos_buf *buf, struct pyos_str text, struct pyos_error *error)
{
    if (text.size > 1 && text.data[0] == '"' && text.data[text.size - 1] == '"')
        text = (struct pyos_str){text.data + 1, text.size - 2};
    for (size_t i = 0; i < text.size; i++) {
        struct pyos_str rest = {text.data + i + 1, text.size - i - 1};
        size_t digits = 0;
        int value = 0;

        if (text.data[i] == '\\')
            digits = octal(rest, &value);
        if (value > 0xFF)
            return pyos_error_say(error, PYOS_VALUEERROR, "octal escape is no byte: \\%.3s", rest.data);
        if (digits == 0 && text.data[i] == '\\' && rest.size > 0 && (rest.data[0] == '\\' || rest.data[0] == '"'))
            i++;
        pyos_buf_char(buf, digits > 0 ? (char)value : text.data[i]); /* one byte */
        i += digits;
    }
    return 0;
}

int pyos_getfattr_take(struct pyos_str line, struct pyos_buf *name, struct pyos_buf *value, struct pyos_error *error)
{
    const char *equals = line.size > 0 ? memchr(line.data, '=', line.size) : NULL;
    size_t size = equals ? (size_t)(equals - line.data) : line.size; /* equals is in the line */
    struct pyos_str text = {line.data + size, 0};
    char kind = '\0';

    if (equals)
        text = (struct pyos_str){equals + 1, line.size - size - 1};
    if (text.size > 1 && text.data[0] == '0')
        kind = text.data[1];
    take_quoted(name, (struct pyos_str){line.data, size});
    if (kind == 'x' || kind == 'X')
        return pyos_hex_decode(value, (struct pyos_str){text.data + 2, text.size - 2}, error);
    if (kind == 's' || kind == 'S')
        return pyos_base64_decode(value, (struct pyos_str){text.data + 2, text.size - 2}, error);
    return take_text(value, text, error);
}
