#include "pyos/py/json.h"

#include "pyos/py/base64.h"
#include "pyos/py/hex.h"
#include "pyos/py/scan.h"
#include "pyos/py/utf8.h"

static void escape_ascii(struct pyos_buf *buf, char c)
{
    switch (c) {
    case '\b': pyos_buf_text(buf, "\\b"); break;
    case '\t': pyos_buf_text(buf, "\\t"); break;
    case '\n': pyos_buf_text(buf, "\\n"); break;
    case '\f': pyos_buf_text(buf, "\\f"); break;
    case '\r': pyos_buf_text(buf, "\\r"); break;
    case '"': pyos_buf_text(buf, "\\\""); break;
    case '\\': pyos_buf_text(buf, "\\\\"); break;
    default: pyos_hex(buf, "\\u", (unsigned char)c, 4);
    }
}

static void escape_wide(struct pyos_buf *buf, uint32_t codepoint)
{
    if (codepoint > 0xFFFF) {
        codepoint -= 0x10000;
        pyos_hex(buf, "\\u", 0xD800 + (codepoint >> 10), 4);
        codepoint = 0xDC00 + (codepoint & 0x3FF);
    }
    pyos_hex(buf, "\\u", codepoint, 4);
}

bool pyos_json_str(struct pyos_buf *buf, struct pyos_str text, bool surrogateescape)
{
    bool exact = true;

    pyos_buf_char(buf, '"');
    for (size_t i = 0; i < text.size;) {
        size_t run = pyos_scan_plain(text.data + i, text.size - i, '"', '\\');
        size_t length;
        uint32_t codepoint;

        pyos_buf_add(buf, text.data + i, run);
        i += run;
        if (i == text.size)
            break;
        codepoint = pyos_utf8_decode(text.data + i, text.size - i, &length);
        if (codepoint < 0x80) {
            escape_ascii(buf, text.data[i]);
        } else if (codepoint != PYOS_UTF8_INVALID) {
            escape_wide(buf, codepoint);
        } else if (surrogateescape) {
            for (size_t j = 0; j < length; j++)
                pyos_hex(buf, "\\udc", (unsigned char)text.data[i + j], 2);
        } else {
            exact = false;
            pyos_buf_text(buf, "\\ufffd");
        }
        i += length;
    }
    pyos_buf_char(buf, '"');
    return exact;
}

void pyos_json_base64(struct pyos_buf *buf, struct pyos_str bytes)
{
    pyos_buf_char(buf, '"');
    pyos_base64_encode(buf, bytes);
    pyos_buf_char(buf, '"');
}
