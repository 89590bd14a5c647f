/* UUIDs of RFC 9562, made from random bytes. */
#ifndef PYOS_PY_UUID_H
#define PYOS_PY_UUID_H

#include <stdint.h>

enum {
    PYOS_UUID_BYTES = 16, /* what one is made from */
    PYOS_UUID_TEXT = 37,  /* 550e8400-e29b-41d4-a716-446655440000 and its NUL */
};

/* Version 4: 122 random bits. */
void pyos_uuid4(char text[PYOS_UUID_TEXT], const uint8_t random[PYOS_UUID_BYTES]);

/* The version 7 that was made last. Zero it before the first. */
struct pyos_uuid7 {
    uint64_t milliseconds;
    uint64_t counter; /* 42 bits */
};

/*
 * Version 7: 48 bits of time (milliseconds since the epoch), a counter of 42 bits and 32 random bits.
 * The counter starts at 41 random bits with each millisecond and goes up by one within it, so that
 * every UUID of a process is greater than the last one, also where the clock steps back.
 */
void pyos_uuid7(char text[PYOS_UUID_TEXT], struct pyos_uuid7 *last, uint64_t milliseconds,
                const uint8_t random[PYOS_UUID_BYTES]);

#endif
