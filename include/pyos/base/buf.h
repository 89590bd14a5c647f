/*
 * A text that grows. Appending never reports: when memory runs out the buffer is marked failed,
 * takes nothing more, and whoever uses it as a whole asks once.
 */
#ifndef PYOS_BASE_BUF_H
#define PYOS_BASE_BUF_H

#include "pyos/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct pyos_buf {
    char *data;
    size_t size;
    size_t capacity;
    bool failed;
    bool secret; /* what it held is wiped before memory is given back: when it grows and when it is freed */
};

/* Makes room for n more bytes; false when there is no memory (the buffer is then failed). */
bool pyos_buf_grow(struct pyos_buf *buf, size_t n);

void pyos_buf_free(struct pyos_buf *buf);

/*
 * Where the next n bytes go, n > 0; NULL when the buffer has failed. The caller writes at most n
 * bytes there and adds what it wrote to buf->size.
 */
static inline char *pyos_buf_reserve(struct pyos_buf *buf, size_t n)
{
    if (buf->capacity - buf->size < n && !pyos_buf_grow(buf, n))
        return NULL;
    return buf->data + buf->size;
}

/*
 * memcpy for short texts, which nearly all are: two moves that may overlap. musl's memcpy begins
 * with an instruction that costs more than the whole copy.
 */
static inline void pyos_buf_copy(char *to, const char *from, size_t n)
{
    if (n > 16) {
        memcpy(to, from, n);
    } else if (n >= 8) {
        uint64_t first, last;

        memcpy(&first, from, 8);
        memcpy(&last, from + n - 8, 8);
        memcpy(to, &first, 8);
        memcpy(to + n - 8, &last, 8);
    } else {
        for (size_t i = 0; i < n; i++)
            to[i] = from[i];
    }
}

static inline void pyos_buf_add(struct pyos_buf *buf, const char *data, size_t n)
{
    char *at = n > 0 ? pyos_buf_reserve(buf, n) : NULL;

    if (at) {
        pyos_buf_copy(at, data, n);
        buf->size += n;
    }
}

static inline void pyos_buf_char(struct pyos_buf *buf, char c)
{
    char *at = pyos_buf_reserve(buf, 1);

    if (at) {
        *at = c;
        buf->size++;
    }
}

static inline void pyos_buf_text(struct pyos_buf *buf, const char *text)
{
    pyos_buf_add(buf, text, strlen(text));
}

static inline void pyos_buf_str(struct pyos_buf *buf, struct pyos_str str)
{
    pyos_buf_add(buf, str.data, str.size);
}

/* Decimal, without printf: these run several times for every file that is listed. */
void pyos_buf_u64(struct pyos_buf *buf, uint64_t value);
void pyos_buf_i64(struct pyos_buf *buf, int64_t value);

/* Exactly digits decimal digits, zeros in front; value < 10^digits, digits <= 20. */
void pyos_buf_padded(struct pyos_buf *buf, uint64_t value, int digits);

#endif
