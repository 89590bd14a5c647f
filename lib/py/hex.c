#include "pyos/py/hex.h"

static const char digits_of[] = "0123456789abcdef";

void pyos_hex(struct pyos_buf *buf, const char *prefix, uint32_t value, int digits)
{
    pyos_buf_text(buf, prefix);
    while (digits-- > 0)
        pyos_buf_char(buf, digits_of[value >> (4 * digits) & 0xF]);
}

void pyos_hex_encode(struct pyos_buf *buf, struct pyos_str bytes)
{
    char *text = bytes.size > 0 ? pyos_buf_reserve(buf, 2 * bytes.size) : NULL;

    if (!text)
        return;
    for (size_t i = 0; i < bytes.size; i++) {
        *text++ = digits_of[(unsigned char)bytes.data[i] >> 4];
        *text++ = digits_of[(unsigned char)bytes.data[i] & 0xF];
    }
    buf->size += 2 * bytes.size;
}

int pyos_hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

int pyos_hex_decode(struct pyos_buf *buf, struct pyos_str text, struct pyos_error *error)
{
    for (size_t i = 0; i < text.size;) {
        int high;
        int low;

        if (is_space(text.data[i])) {
            i++;
            continue;
        }
        high = pyos_hex_digit(text.data[i]);
        low = i + 1 < text.size ? pyos_hex_digit(text.data[i + 1]) : -1;
        if (high < 0 || low < 0)
            return pyos_error_say(error, PYOS_VALUEERROR,
                                  "non-hexadecimal number found in fromhex() arg at position %zu", i + (high >= 0));
        pyos_buf_char(buf, (char)(high << 4 | low)); /* 0 to 255 */
        i += 2;
    }
    return buf->failed ? pyos_error_memory(error) : 0;
}
