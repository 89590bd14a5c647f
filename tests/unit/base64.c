/* py/base64: the vectors of RFC 4648, and all digits. */
#include "test.h"

#include "pyos/py/base64.h"

#include <stdint.h>

int main(void)
{
    static const char *const vectors[] = {"", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"};
    static const uint8_t digits[] = {
        0x00, 0x10, 0x83, 0x10, 0x51, 0x87, 0x20, 0x92, 0x8B, 0x30, 0xD3, 0x8F, 0x41, 0x14, 0x93, 0x51,
        0x55, 0x97, 0x61, 0x96, 0x9B, 0x71, 0xD7, 0x9F, 0x82, 0x18, 0xA3, 0x92, 0x59, 0xA7, 0xA2, 0x9A,
        0xAB, 0xB2, 0xDB, 0xAF, 0xC3, 0x1C, 0xB3, 0xD3, 0x5D, 0xB7, 0xE3, 0x9E, 0xBB, 0xF3, 0xDF, 0xBF,
    };
    struct test test = {0};
    struct pyos_buf buf = {0};

    for (size_t size = 0; size <= 6; size++) {
        pyos_base64_encode(&buf, (struct pyos_str){"foobar", size});
        expect_text(&test, &buf, vectors[size], "the vectors of the RFC come out");
    }
    pyos_base64_encode(&buf, (struct pyos_str){(const char *)digits, sizeof digits}); /* as bytes are passed */
    expect_text(&test, &buf, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
                "and so do all digits");
    pyos_base64_encode(&buf, (struct pyos_str){0});
    expect_text(&test, &buf, "", "no data has no digits");
    pyos_buf_free(&buf);
    return test.failures > 0;
}
