#include "pyos/py/uuid.h"

#include <stdbool.h>
#include <string.h>

#define COUNTER_MAX ((UINT64_C(1) << 42) - 1)

/* Sets the version, and the variant of the RFC, and writes the text. */
static void write_text(char text[PYOS_UUID_TEXT], uint8_t bytes[PYOS_UUID_BYTES], uint8_t version)
{
    bytes[6] = (uint8_t)(version << 4 | (bytes[6] & 0x0F));
    bytes[8] = 0x80 | (bytes[8] & 0x3F);
    for (int i = 0; i < PYOS_UUID_BYTES; i++) {
        *text++ = "0123456789abcdef"[bytes[i] >> 4];
        *text++ = "0123456789abcdef"[bytes[i] & 0xF];
        if (i == 3 || i == 5 || i == 7 || i == 9)
            *text++ = '-';
    }
    *text = '\0';
}

void pyos_uuid4(char text[PYOS_UUID_TEXT], const uint8_t random[PYOS_UUID_BYTES])
{
    uint8_t bytes[PYOS_UUID_BYTES];

    memcpy(bytes, random, sizeof bytes);
    write_text(text, bytes, 4);
}

/* The lowest 8 * size bits of value, the most significant byte first. */
static void put(uint8_t *bytes, int size, uint64_t value)
{
    for (int i = 0; i < size; i++)
        bytes[i] = (uint8_t)(value >> (8 * (size - 1 - i))); /* one byte of it */
}

/* Goes on to the next time and counter; a counter that is used up borrows a millisecond. */
static void step(struct pyos_uuid7 *last, uint64_t milliseconds, uint64_t seed)
{
    bool later = milliseconds > last->milliseconds;

    if (!later && last->counter < COUNTER_MAX) {
        last->counter++;
        return;
    }
    last->milliseconds = later ? milliseconds : last->milliseconds + 1;
    last->counter = seed & COUNTER_MAX >> 1;
}

void pyos_uuid7(char text[PYOS_UUID_TEXT], struct pyos_uuid7 *last, uint64_t milliseconds,
                const uint8_t random[PYOS_UUID_BYTES])
{
    uint8_t bytes[PYOS_UUID_BYTES];
    uint64_t seed;

    memcpy(&seed, random, sizeof seed);
    step(last, milliseconds, seed);
    put(bytes, 6, last->milliseconds);
    put(bytes + 6, 2, last->counter >> 30);
    put(bytes + 8, 4, last->counter & 0x3FFFFFFF);
    memcpy(bytes + 12, random + 12, 4);
    write_text(text, bytes, 7);
}
