/* py/getfattr: any line is refused or an attribute, which comes back from each of its spellings. */
#include "fuzz.h"

#include "pyos/py/getfattr.h"

static struct pyos_str text_of(const struct pyos_buf *buf)
{
    return (struct pyos_str){buf->data, buf->size};
}

/* Without the end of the line. */
static struct pyos_str line_of(const struct pyos_buf *buf)
{
    must(buf->size > 0 && buf->data[buf->size - 1] == '\n', "a line ends");
    must(memchr(buf->data, '\n', buf->size) == buf->data + buf->size - 1, "and is one");
    return (struct pyos_str){buf->data, buf->size - 1};
}

static void check(struct pyos_str name, struct pyos_str value, enum pyos_xattr_encoding encoding)
{
    struct pyos_buf line = {0};
    struct pyos_buf read_name = {0};
    struct pyos_buf read_value = {0};
    struct pyos_error error;

    pyos_getfattr_put(&line, name, value, encoding);
    must(pyos_getfattr_take(line_of(&line), &read_name, &read_value, &error) == 0, "what was written is read");
    must(pyos_str_equal(name, text_of(&read_name)) && pyos_str_equal(value, text_of(&read_value)), "as it was");
    pyos_buf_free(&line);
    pyos_buf_free(&read_name);
    pyos_buf_free(&read_value);
}

static void check_path(struct pyos_str path)
{
    struct pyos_buf line = {0};
    struct pyos_buf read_path = {0};

    pyos_getfattr_put_file(&line, path);
    must(pyos_getfattr_take_file(line_of(&line), &read_path), "a file is known as such");
    must(pyos_str_equal(path, text_of(&read_path)), "and its path is as it was");
    pyos_buf_free(&line);
    pyos_buf_free(&read_path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pyos_buf name = {0};
    struct pyos_buf value = {0};
    struct pyos_error error = {0};

    check_path(fuzz_text(data, size));
    if (pyos_getfattr_take(fuzz_text(data, size), &name, &value, &error) == 0)
        for (int encoding = PYOS_XATTR_AUTO; encoding <= PYOS_XATTR_BASE64; encoding++)
            check(text_of(&name), text_of(&value), (enum pyos_xattr_encoding)encoding); /* one of them */
    else
        must(error.type == PYOS_VALUEERROR && error.message[0], "a bad value is an error");
    pyos_buf_free(&name);
    pyos_buf_free(&value);
    return 0;
}
