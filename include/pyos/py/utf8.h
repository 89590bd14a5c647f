/*
 * UTF-8 as Python's strict decoder reads it: no surrogates, no overlong forms, nothing past U+10FFFF.
 */
#ifndef PYOS_PY_UTF8_H
#define PYOS_PY_UTF8_H

#include <stddef.h>
#include <stdint.h>

#define PYOS_UTF8_INVALID UINT32_MAX

/*
 * The code point that starts at text[0], and its length in bytes. Where the bytes are none, the
 * result is PYOS_UTF8_INVALID and *length covers the bytes that Python's "replace" turns into one
 * U+FFFD and that surrogateescape turns into one \udcXX each. size > 0.
 */
uint32_t pyos_utf8_decode(const char *text, size_t size, size_t *length);

/* The UTF-8 form of a code point up to U+10FFFF; its length, 1 to 4. */
size_t pyos_utf8_encode(char text[4], uint32_t codepoint);

#endif
