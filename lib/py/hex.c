#include "pyos/py/hex.h"

void pyos_hex(struct pyos_buf *buf, const char *prefix, uint32_t value, int digits)
{
    pyos_buf_text(buf, prefix);
    while (digits-- > 0)
        pyos_buf_char(buf, "0123456789abcdef"[value >> (4 * digits) & 0xF]);
}
