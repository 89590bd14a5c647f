/*
 * Finding the next byte that cannot be copied as it is, eight bytes at a time. Names are copied in
 * runs between such bytes, and nearly every name is one run.
 */
#ifndef PYOS_PY_SCAN_H
#define PYOS_PY_SCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define PYOS_SCAN_EACH(byte) (UINT64_C(0x0101010101010101) * (uint8_t)(byte))

/* Bit 7 of each byte of word that is zero; bytes above the lowest zero may be marked too. */
static inline uint64_t pyos_scan_zero(uint64_t word)
{
    return (word - PYOS_SCAN_EACH(0x01)) & ~word & PYOS_SCAN_EACH(0x80);
}

/*
 * How many bytes of text are printable ASCII, and neither a nor b, before the first that is not:
 * text[result] is below 0x20, above 0x7E, a or b, or result is size.
 */
static inline size_t pyos_scan_plain(const char *text, size_t size, char a, char b)
{
    size_t i = 0;

    for (; i + 8 <= size; i += 8) {
        uint64_t word;
        uint64_t odd;

        memcpy(&word, text + i, 8);
        odd = (word & PYOS_SCAN_EACH(0x80)) | ((word - PYOS_SCAN_EACH(0x20)) & ~word & PYOS_SCAN_EACH(0x80));
        odd |= pyos_scan_zero(word ^ PYOS_SCAN_EACH(0x7F));
        if (odd | pyos_scan_zero(word ^ PYOS_SCAN_EACH(a)) | pyos_scan_zero(word ^ PYOS_SCAN_EACH(b)))
            break; /* the loop below finds the byte itself */
    }
    for (; i < size; i++)
        if ((unsigned char)text[i] < 0x20 || (unsigned char)text[i] > 0x7E || text[i] == a || text[i] == b)
            break;
    return i;
}

#endif
