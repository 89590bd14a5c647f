/* py/base64, py/hex, py/size: any text is refused or read, and what was read comes back from its spelling. */
#include "fuzz.h"

#include "pyos/py/base64.h"
#include "pyos/py/hex.h"
#include "pyos/py/size.h"

static struct pyos_str text_of(const struct pyos_buf *buf)
{
    return (struct pyos_str){buf->data, buf->size};
}

static void check(struct pyos_str text, int (*decode)(struct pyos_buf *, struct pyos_str, struct pyos_error *),
                  void (*encode)(struct pyos_buf *, struct pyos_str))
{
    struct pyos_buf bytes = {0};
    struct pyos_buf spelled = {0};
    struct pyos_buf again = {0};
    struct pyos_error error = {0};

    if (decode(&bytes, text, &error) == 0) {
        encode(&spelled, text_of(&bytes));
        must(decode(&again, text_of(&spelled), &error) == 0, "what was spelled is read");
        must(pyos_str_equal(text_of(&bytes), text_of(&again)), "as it was");
    } else {
        must(error.type == PYOS_VALUEERROR && error.message[0], "what cannot be read is an error");
    }
    pyos_buf_free(&bytes);
    pyos_buf_free(&spelled);
    pyos_buf_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pyos_str text = fuzz_text(data, size);
    struct pyos_error error = {0};
    int64_t bytes;

    check(text, pyos_base64_decode, pyos_base64_encode);
    check(text, pyos_hex_decode, pyos_hex_encode);
    if (pyos_size_parse(text, &bytes, &error) != 0)
        must((error.type == PYOS_VALUEERROR || error.type == PYOS_OVERFLOWERROR) && error.message[0],
             "what is no size is an error");
    return 0;
}
