/*
 * Bytes with a length. What the kernel hands out (names, paths, values) holds any byte, so a
 * pointer alone never says enough. data == NULL is "there is none" (Python's None).
 */
#ifndef PYOS_BASE_STR_H
#define PYOS_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct pyos_str {
    const char *data;
    size_t size;
};

static inline struct pyos_str pyos_str(const char *text)
{
    return (struct pyos_str){text, text ? strlen(text) : 0};
}

static inline bool pyos_str_equal(struct pyos_str a, struct pyos_str b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

#endif
