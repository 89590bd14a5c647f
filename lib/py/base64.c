#include "pyos/py/base64.h"

#include <stdint.h>

static const char standard[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static const char urlsafe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* Up to three bytes as four digits; those of bytes that are not there are to be cut or replaced. */
static void encode_group(char text[4], const uint8_t *byte, size_t left, const char *digits)
{
    uint32_t group = (uint32_t)byte[0] << 16;

    if (left > 1)
        group |= (uint32_t)byte[1] << 8;
    if (left > 2)
        group |= byte[2];
    for (int i = 0; i < 4; i++)
        text[i] = digits[group >> (18 - 6 * i) & 63];
}

static void encode(struct pyos_buf *buf, struct pyos_str bytes, const char *digits, bool padded)
{
    const uint8_t *byte = (const uint8_t *)bytes.data;
    char *text = pyos_buf_reserve(buf, bytes.size / 3 * 4 + 4);
    size_t missing = 0;

    if (!text)
        return;
    for (size_t i = 0; i < bytes.size; i += 3) {
        size_t left = bytes.size - i;

        encode_group(text, byte + i, left, digits);
        text += 4;
        missing = left < 3 ? 3 - left : 0;
    }
    text -= missing;
    while (padded && missing-- > 0)
        *text++ = '=';
    buf->size = (size_t)(text - buf->data); /* text is in data */
}

void pyos_base64_encode(struct pyos_buf *buf, struct pyos_str bytes)
{
    encode(buf, bytes, standard, true);
}

void pyos_base64_encode_urlsafe(struct pyos_buf *buf, struct pyos_str bytes)
{
    encode(buf, bytes, urlsafe, false);
}

/* The six bits of a digit; -1 for what is none. */
static int digit_value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* What is wrong with what stands behind the digits; NULL for nothing but =, and not too many of them. */
static const char *padding_fault(struct pyos_str padding, size_t digits)
{
    size_t most = (4 - digits % 4) % 4;

    if (padding.size > 0 && padding.data[0] == '=' && most == 0)
        return digits == 0 ? "Leading padding not allowed" : "Excess padding not allowed";
    for (size_t i = 0; i < padding.size; i++) {
        if (i > 0 && i == most && most < 3)
            return "Excess data after padding";
        if (digit_value(padding.data[i]) >= 0)
            return "Discontinuous padding not allowed";
        if (padding.data[i] != '=')
            return "Only base64 data is allowed";
    }
    return digits % 4 > 1 && padding.size < most ? "Incorrect padding" : NULL;
}

static int check(struct pyos_str text, size_t digits, struct pyos_error *error)
{
    const char *fault = padding_fault((struct pyos_str){text.data + digits, text.size - digits}, digits);

    if (fault)
        return pyos_error_say(error, PYOS_VALUEERROR, "%s", fault);
    if (digits % 4 == 1)
        return pyos_error_say(error, PYOS_VALUEERROR, "Invalid base64-encoded string: number of data characters (%zu) "
                                                      "cannot be 1 more than a multiple of 4", digits);
    return 0;
}

int pyos_base64_decode(struct pyos_buf *buf, struct pyos_str text, struct pyos_error *error)
{
    size_t digits = 0;
    uint32_t group = 0;
    int bits = 0;

    while (digits < text.size && digit_value(text.data[digits]) >= 0)
        digits++;
    if (check(text, digits, error) != 0)
        return -1;
    for (size_t i = 0; i < digits; i++) {
        group = group << 6 | (uint32_t)digit_value(text.data[i]); /* 0 to 63 */
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            pyos_buf_char(buf, (char)(group >> bits)); /* its lowest eight bits */
        }
    }
    return buf->failed ? pyos_error_memory(error) : 0;
}
