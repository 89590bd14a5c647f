/* base/arena: aligned for any type, blocks that never move and are used again. */
#include "test.h"

#include "pyos/base/arena.h"

#include <stdalign.h>
#include <stdint.h>

enum { LARGE = 100 * 1000, SMALL_COUNT = 3000 };

static bool aligned(const void *got)
{
    return (uintptr_t)got % alignof(max_align_t) == 0;
}

static void alignment(struct test *test)
{
    struct pyos_arena arena = {0};
    bool all = true;

    for (size_t size = 0; size < 200; size++) {
        char *got = pyos_arena_get(&arena, size);

        all = all && got && aligned(got);
        if (got && size > 0)
            memset(got, 0, size);
    }
    expect(test, all, "what an arena gives is aligned for any type");
    pyos_arena_free(&arena);
}

/* Each piece holds its own number to the end. */
static void pieces_stay(struct test *test)
{
    struct pyos_arena arena = {0};
    uint32_t *pieces[SMALL_COUNT];
    bool all = true;

    for (uint32_t i = 0; i < SMALL_COUNT; i++) {
        size_t count = i % 500 == 499 ? LARGE : 1 + i % 30;

        pieces[i] = pyos_arena_get(&arena, count * sizeof **pieces);
        if (!pieces[i]) {
            expect(test, false, "there is memory for some small pieces");
            break;
        }
        pieces[i][0] = i;
        pieces[i][count - 1] = i;
    }
    for (uint32_t i = 0; i < SMALL_COUNT; i++)
        all = all && pieces[i][0] == i && pieces[i][i % 500 == 499 ? LARGE - 1 : i % 30] == i;
    expect(test, all, "pieces neither move nor overlap, small and large ones in turn");
    pyos_arena_free(&arena);
}

static void reset(struct test *test)
{
    struct pyos_arena arena = {0};
    char *first = pyos_arena_get(&arena, 1);
    char *large = pyos_arena_get(&arena, LARGE);

    pyos_arena_reset(&arena);
    expect(test, pyos_arena_get(&arena, 1) == first, "after a reset the first block is filled again");
    expect(test, pyos_arena_get(&arena, LARGE) == large, "and so is the one behind it");
    pyos_arena_reset(&arena);
    pyos_arena_get(&arena, 1);
    expect(test, pyos_arena_get(&arena, 2 * LARGE) != large, "a block that is too small is passed over");
    pyos_arena_free(&arena);
    expect(test, !arena.first && !arena.current, "a freed arena is empty");
    pyos_arena_reset(&arena);
    expect(test, pyos_arena_get(&arena, 1) != NULL, "and can be used again, reset or not");
    pyos_arena_free(&arena);
}

static void copies(struct test *test)
{
    struct pyos_arena arena = {0};
    const char *copy = pyos_arena_copy(&arena, "a\0b, and more", 3);
    const char *empty = pyos_arena_copy(&arena, NULL, 0);

    expect(test, copy && memcmp(copy, "a\0b", 4) == 0, "a copy has the bytes, and a NUL behind them");
    expect(test, empty && empty[0] == '\0', "a copy of nothing is the empty text");
    pyos_arena_free(&arena);
}

static void sizes_that_overflow(struct test *test)
{
    struct pyos_arena arena = {0};

    expect(test, !pyos_arena_get(&arena, SIZE_MAX), "a size that cannot be rounded up is refused");
    expect(test, !pyos_arena_get(&arena, SIZE_MAX - alignof(max_align_t)),
           "and one that leaves no room for the block's head");
    expect(test, !pyos_arena_copy(&arena, "", SIZE_MAX), "and a text that leaves none for its NUL");
    expect(test, pyos_arena_get(&arena, 1) != NULL, "the arena stands after that");
    pyos_arena_free(&arena);
}

int main(void)
{
    struct test test = {0};

    alignment(&test);
    pieces_stay(&test);
    reset(&test);
    copies(&test);
    sizes_that_overflow(&test);
    return test.failures > 0;
}
