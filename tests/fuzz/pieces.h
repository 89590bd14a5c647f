/*
 * An arena whose pieces are blocks of their own, so that AddressSanitizer sees a step beyond each. A fuzzer that
 * includes this stands in for pyos_arena_get: see wrap in the Makefile.
 */
#ifndef PYOS_FUZZ_PIECES_H
#define PYOS_FUZZ_PIECES_H

#include "fuzz.h"

#include "pyos/base/arena.h"

/* The name is the linker's. */
void *__wrap_pyos_arena_get(struct pyos_arena *arena, size_t size);

struct piece {
    struct piece *before;
    void *block;
};

static struct piece *last_piece;

void *__wrap_pyos_arena_get(struct pyos_arena *arena, size_t size)
{
    struct piece *piece = malloc(sizeof *piece);

    (void)arena; /* is freed by its owner, and empty */
    if (!piece)
        abort();
    *piece = (struct piece){last_piece, malloc(size)};
    last_piece = piece;
    return piece->block;
}

static void free_pieces(void)
{
    while (last_piece) {
        struct piece *piece = last_piece;

        last_piece = piece->before;
        free(piece->block);
        free(piece);
    }
}

#endif
