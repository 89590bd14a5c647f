#include "pyos/base/buf.h"

#include "pyos/base/memory.h"
#include "pyos/base/wipe.h"

enum { FIRST_CAPACITY = 256, DIGITS_OF_U64 = 20 };

static bool fail(struct pyos_buf *buf)
{
    if (buf->secret && buf->capacity > buf->size)
        pyos_wipe(buf->data + buf->size, buf->capacity - buf->size);
    buf->failed = true;
    buf->capacity = buf->size; /* so that nothing more fits, without a look at failed for each append */
    return false;
}

/* The data in a block of that capacity. The old block of a secret is never given back as it is. */
static char *move(const struct pyos_buf *buf, size_t capacity)
{
    char *data;

    if (!buf->secret)
        return pyos_memory_resize(buf->data, capacity, 1);
    data = pyos_memory_get(capacity, 1);
    if (!data)
        return NULL;
    if (buf->size > 0)
        memcpy(data, buf->data, buf->size);
    pyos_wipe(buf->data, buf->capacity);
    pyos_memory_release(buf->data);
    return data;
}

bool pyos_buf_grow(struct pyos_buf *buf, size_t n)
{
    size_t need;
    size_t capacity = buf->capacity > 0 ? buf->capacity : FIRST_CAPACITY;
    char *data;

    if (buf->failed || __builtin_add_overflow(buf->size, n, &need))
        return fail(buf);
    while (capacity < need)
        capacity = capacity > SIZE_MAX / 2 ? need : capacity * 2;
    data = move(buf, capacity);
    if (!data)
        return fail(buf);
    buf->data = data;
    buf->capacity = capacity;
    return true;
}

void pyos_buf_free(struct pyos_buf *buf)
{
    if (buf->secret)
        pyos_wipe(buf->data, buf->capacity);
    pyos_memory_release(buf->data);
    *buf = (struct pyos_buf){0};
}

/* Writes the digits of value so that they end before end, and returns where they begin. */
static char *digits_before(char *end, uint64_t value)
{
    do {
        *--end = (char)('0' + value % 10); /* one digit: fits */
        value /= 10;
    } while (value > 0);
    return end;
}

void pyos_buf_u64(struct pyos_buf *buf, uint64_t value)
{
    char digits[DIGITS_OF_U64];
    char *end = digits + sizeof digits;
    char *begin = digits_before(end, value);

    pyos_buf_add(buf, begin, (size_t)(end - begin)); /* begin <= end */
}

void pyos_buf_i64(struct pyos_buf *buf, int64_t value)
{
    uint64_t magnitude = (uint64_t)value; /* modulo 2^64, as C has it: negated below */

    if (value < 0) {
        pyos_buf_char(buf, '-');
        magnitude = 0 - magnitude;
    }
    pyos_buf_u64(buf, magnitude);
}

void pyos_buf_padded(struct pyos_buf *buf, uint64_t value, int digits)
{
    char text[DIGITS_OF_U64];
    char *end = text + sizeof text;
    char *begin = digits_before(end, value);

    while (end - begin < digits)
        *--begin = '0';
    pyos_buf_add(buf, begin, (size_t)(end - begin)); /* begin <= end */
}
