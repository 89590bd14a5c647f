/*
 * Memory that dies together: an option list, the table of accounts, the entries of a directory.
 * Blocks never move, so pointers into an arena stay good until it is reset or freed.
 */
#ifndef PYOS_BASE_ARENA_H
#define PYOS_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct pyos_arena_block;

struct pyos_arena {
    struct pyos_arena_block *first;   /* all blocks, in the order of their use */
    struct pyos_arena_block *current; /* the one that is being filled */
    bool secret; /* what it held is wiped when it is reset or freed */
};

/* size bytes, aligned for any type; NULL when there is no memory. */
void *pyos_arena_get(struct pyos_arena *arena, size_t size);

/* A copy of size bytes of text, with a NUL behind it. */
char *pyos_arena_copy(struct pyos_arena *arena, const char *text, size_t size);

/* Forgets what the arena holds and keeps its blocks for what comes next. */
void pyos_arena_reset(struct pyos_arena *arena);

void pyos_arena_free(struct pyos_arena *arena);

#endif
