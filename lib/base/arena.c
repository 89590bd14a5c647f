#include "pyos/base/arena.h"

#include "pyos/base/memory.h"
#include "pyos/base/wipe.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

enum { BLOCK_SIZE = 2048 }; /* most calls need less; whoever needs more asks for it at once */

struct pyos_arena_block {
    struct pyos_arena_block *next;
    size_t used;
    size_t capacity;
    alignas(max_align_t) char data[];
};

static struct pyos_arena_block *block_after(struct pyos_arena *arena, size_t size)
{
    struct pyos_arena_block *at = arena->current;
    size_t capacity = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    struct pyos_arena_block *block;

    for (block = at ? at->next : arena->first; block; block = block->next) {
        block->used = 0;
        if (size <= block->capacity)
            return block;
        at = block;
    }
    if (capacity > SIZE_MAX - sizeof *block)
        return NULL;
    block = pyos_memory_get(1, sizeof *block + capacity);
    if (!block)
        return NULL;
    *block = (struct pyos_arena_block){.capacity = capacity};
    if (at)
        at->next = block;
    else
        arena->first = block;
    return block;
}

void *pyos_arena_get(struct pyos_arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    struct pyos_arena_block *block = arena->current;
    void *got;

    if (size > SIZE_MAX - align)
        return NULL;
    size = (size + align - 1) / align * align;
    if (!block || block->capacity - block->used < size) {
        block = block_after(arena, size);
        if (!block)
            return NULL;
        arena->current = block;
    }
    got = block->data + block->used;
    block->used += size;
    return got;
}

char *pyos_arena_copy(struct pyos_arena *arena, const char *text, size_t size)
{
    char *copy = size < SIZE_MAX ? pyos_arena_get(arena, size + 1) : NULL;

    if (!copy)
        return NULL;
    if (size > 0) /* text may be NULL where it is empty */
        memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

static void wipe(struct pyos_arena *arena)
{
    for (struct pyos_arena_block *block = arena->first; block; block = block->next)
        pyos_wipe(block->data, block->capacity);
}

void pyos_arena_reset(struct pyos_arena *arena)
{
    if (arena->secret)
        wipe(arena);
    arena->current = arena->first;
    if (arena->first)
        arena->first->used = 0;
}

void pyos_arena_free(struct pyos_arena *arena)
{
    struct pyos_arena_block *next;

    if (arena->secret)
        wipe(arena);
    for (struct pyos_arena_block *block = arena->first; block; block = next) {
        next = block->next;
        pyos_memory_release(block);
    }
    *arena = (struct pyos_arena){0};
}
