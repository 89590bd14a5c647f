#include "pyos/py/base64.h"

#include <stdint.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void pyos_base64_encode(struct pyos_buf *buf, struct pyos_str bytes)
{
    const uint8_t *byte = (const uint8_t *)bytes.data;

    for (size_t i = 0; i < bytes.size; i += 3) {
        size_t left = bytes.size - i;
        uint32_t group = (uint32_t)byte[i] << 16;
        char text[4];

        if (left > 1)
            group |= (uint32_t)byte[i + 1] << 8;
        if (left > 2)
            group |= byte[i + 2];
        text[0] = digits[group >> 18];
        text[1] = digits[group >> 12 & 63];
        text[2] = left > 1 ? digits[group >> 6 & 63] : '=';
        text[3] = left > 2 ? digits[group & 63] : '=';
        pyos_buf_add(buf, text, 4);
    }
}
