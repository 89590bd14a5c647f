/* The whole framework of the unit tests: a program of checks that counts its failures. */
#ifndef PYOS_TEST_H
#define PYOS_TEST_H

#include "pyos/base/buf.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct test {
    int failures;
};

/* Says on standard error what does not hold. */
static inline void expect(struct test *test, bool holds, const char *sentence)
{
    if (holds)
        return;
    test->failures++;
    fprintf(stderr, "not so: %s\n", sentence);
}

/* The same of one of many cases, and of which. */
static inline void expect_of(struct test *test, bool holds, const char *sentence, const char *which)
{
    if (!holds)
        fprintf(stderr, "of '%s': ", which);
    expect(test, holds, sentence);
}

/* The text of a buffer is exactly that; the buffer is emptied for the next one. */
static inline void expect_text(struct test *test, struct pyos_buf *buf, const char *text, const char *sentence)
{
    bool same = pyos_str_equal((struct pyos_str){buf->data, buf->size}, pyos_str(text));

    if (!same)
        fprintf(stderr, "got %.*s, not %s\n", (int)buf->size, buf->data ? buf->data : "", text);
    expect(test, same, sentence);
    buf->size = 0;
}

#endif
