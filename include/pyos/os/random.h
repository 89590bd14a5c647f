/*
 * os.getrandom and os.urandom (manual: Random numbers), and numbers that are drawn from them. Every
 * byte comes from the kernel's generator; there is no other in pyos.
 */
#ifndef PYOS_OS_RANDOM_H
#define PYOS_OS_RANDOM_H

#include "pyos/base/error.h"
#include "pyos/py/function.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* os.getrandom: one call, which may give fewer bytes: *got. OSError, also where there is no such call. */
int pyos_os_getrandom(void *buffer, size_t size, int flags, size_t *got, struct pyos_error *error);

/*
 * os.urandom: all of size bytes; from the device where the kernel or a filter has no getrandom(2).
 * OSError, or NotImplementedError where there is no device either.
 */
int pyos_os_urandom(void *buffer, size_t size, struct pyos_error *error);

enum { PYOS_RANDOM_BLOCK = 4096 };

/* Where bytes come from, and small amounts of them drawn ahead. Zero it but for these two. */
struct pyos_random {
    bool getrandom; /* with flags, and without the device; else as os.urandom */
    int flags;
    size_t left; /* of block, at its end */
    uint8_t block[PYOS_RANDOM_BLOCK];
};

/* All of size bytes, whatever it takes. */
int pyos_random_fill(struct pyos_random *random, void *buffer, size_t size, struct pyos_error *error);

/* The same for a few bytes at a time: at most PYOS_RANDOM_BLOCK. */
int pyos_random_draw(struct pyos_random *random, void *buffer, size_t size, struct pyos_error *error);

/* A number from 0 to bound - 1, each as likely as any other. bound > 0 */
int pyos_random_below(struct pyos_random *random, uint64_t bound, uint64_t *number, struct pyos_error *error);

/* Wipes what was drawn ahead. */
void pyos_random_forget(struct pyos_random *random);

/* Manual: Random numbers. */
extern const struct pyos_section pyos_os_random_section;

#endif
