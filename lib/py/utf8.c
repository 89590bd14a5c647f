#include "pyos/py/utf8.h"

#include <stdbool.h>

/* What may follow a lead byte: the range of the second byte decides overlong forms and surrogates. */
struct lead {
    uint8_t length;
    uint8_t low, high;
};

static struct lead lead_of(uint8_t byte)
{
    if (byte < 0xC2)
        return (struct lead){0};
    if (byte < 0xE0)
        return (struct lead){2, 0x80, 0xBF};
    if (byte < 0xF0)
        return (struct lead){3, byte == 0xE0 ? 0xA0 : 0x80, byte == 0xED ? 0x9F : 0xBF};
    if (byte < 0xF5)
        return (struct lead){4, byte == 0xF0 ? 0x90 : 0x80, byte == 0xF4 ? 0x8F : 0xBF};
    return (struct lead){0};
}

uint32_t pyos_utf8_decode(const char *text, size_t size, size_t *length)
{
    const uint8_t *byte = (const uint8_t *)text;
    struct lead lead;
    uint32_t codepoint;

    *length = 1;
    if (byte[0] < 0x80)
        return byte[0];
    lead = lead_of(byte[0]);
    if (lead.length == 0)
        return PYOS_UTF8_INVALID;
    codepoint = byte[0] & (0x7Fu >> lead.length);
    for (size_t i = 1; i < lead.length; i++) {
        *length = i;
        if (i >= size || byte[i] < lead.low || byte[i] > lead.high)
            return PYOS_UTF8_INVALID;
        codepoint = codepoint << 6 | (byte[i] & 0x3F);
        lead.low = 0x80;
        lead.high = 0xBF;
    }
    *length = lead.length;
    return codepoint;
}

size_t pyos_utf8_encode(char text[4], uint32_t codepoint)
{
    size_t length = codepoint < 0x80 ? 1 : codepoint < 0x800 ? 2 : codepoint < 0x10000 ? 3 : 4;
    static const uint8_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};

    for (size_t i = length - 1; i > 0; i--) {
        text[i] = (char)(0x80 | (codepoint & 0x3F)); /* one byte of it */
        codepoint >>= 6;
    }
    text[0] = (char)(leads[length] | codepoint); /* what is left fits the lead */
    return length;
}
