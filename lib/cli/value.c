#include "pyos/cli/value.h"

#include "pyos/base/in.h"
#include "pyos/py/base64.h"
#include "pyos/py/hex.h"

int pyos_value_count(const struct pyos_value *value)
{
    return (value->hex != NULL) + (value->base64 != NULL) + (value->literal != NULL);
}

static int read_input(size_t limit, struct pyos_buf *buf, struct pyos_error *error)
{
    struct pyos_in in;
    struct pyos_str all;
    int result = pyos_in_open(&in, "-", error);

    if (result == 0)
        result = pyos_in_all(&in, limit, &all, error);
    if (result == 0)
        pyos_buf_str(buf, all);
    pyos_in_close(&in);
    return result;
}

int pyos_value_read(const struct pyos_value *value, const char *operand, size_t limit, struct pyos_buf *buf,
                    struct pyos_error *error)
{
    int result = 0;

    if (value->hex)
        result = pyos_hex_decode(buf, pyos_str(value->hex), error);
    else if (value->base64)
        result = pyos_base64_decode(buf, pyos_str(value->base64), error);
    else if (value->literal)
        pyos_buf_text(buf, value->literal);
    else if (strcmp(operand, "-") == 0)
        result = read_input(limit, buf, error);
    else
        pyos_buf_text(buf, operand);
    return result == 0 && buf->failed ? pyos_error_memory(error) : result;
}
