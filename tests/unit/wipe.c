/*
 * base/wipe and those who use it: memory that held a secret is zero before it is given back. The door
 * of the heap is this program's own: see wrap in the Makefile.
 */
#include "test.h"

#include "pyos/base/arena.h"
#include "pyos/base/memory.h"
#include "pyos/base/wipe.h"
#include "pyos/os/random.h"

#include <stdlib.h>

/* The names are the linker's. */
void __real_pyos_memory_release(void *block);
void __wrap_pyos_memory_release(void *block);
void *__real_pyos_memory_resize(void *block, size_t count, size_t size);
void *__wrap_pyos_memory_resize(void *block, size_t count, size_t size);

enum { PATTERN = 0x5A, SIZE = 200 }; /* a block is looked at for its first bytes: all tests use so many */

static struct {
    int released;
    int dirty;
    int resized;
} heap;

/* A run of the pattern, where a secret was: a single byte of it may be an accident. */
static bool holds_secret(const char *block)
{
    size_t run = 0;

    for (size_t i = 0; i < SIZE; i++) {
        run = block[i] == PATTERN ? run + 1 : 0;
        if (run == 8)
            return true;
    }
    return false;
}

void __wrap_pyos_memory_release(void *block)
{
    if (block) {
        heap.released++;
        heap.dirty += holds_secret(block);
    }
    __real_pyos_memory_release(block);
}

void *__wrap_pyos_memory_resize(void *block, size_t count, size_t size)
{
    heap.resized++;
    return __real_pyos_memory_resize(block, count, size);
}

static void fill(struct pyos_buf *buf)
{
    for (int i = 0; i < SIZE; i++)
        pyos_buf_char(buf, PATTERN);
}

static void buffers(struct test *test)
{
    struct pyos_buf buf = {.secret = true};

    fill(&buf);
    for (int i = 0; i < 8; i++)
        fill(&buf);
    expect(test, heap.resized == 0, "a secret is not left to realloc");
    expect(test, heap.released > 0 && heap.dirty == 0, "what a buffer grows out of is wiped");
    expect(test, holds_secret(buf.data) && buf.size == 9 * SIZE, "and its text goes on");
    pyos_buf_free(&buf);
    expect(test, heap.dirty == 0, "a buffer that is freed is wiped");
    expect(test, !buf.secret, "and is as any other then");
    fill(&buf);
    pyos_buf_free(&buf);
    expect(test, heap.dirty == 1, "one without secrets is not: the test would see it");
    heap.dirty = 0;
}

static void arenas(struct test *test)
{
    struct pyos_arena arena = {.secret = true};
    char *text = pyos_arena_get(&arena, SIZE);

    if (!text)
        abort();
    memset(text, PATTERN, SIZE);
    pyos_arena_reset(&arena);
    expect(test, !holds_secret(text), "an arena that is reset is wiped");
    text = pyos_arena_get(&arena, SIZE);
    if (!text)
        abort();
    memset(text, PATTERN, SIZE);
    pyos_arena_free(&arena);
    expect(test, heap.dirty == 0, "and one that is freed");
}

static void randoms(struct test *test)
{
    static const uint8_t zeros[PYOS_RANDOM_BLOCK];
    struct pyos_random random = {0};
    struct pyos_error error;
    uint64_t number;
    size_t used;

    expect(test, pyos_random_below(&random, 6, &number, &error) == 0 && number < 6, "a number is drawn");
    used = sizeof random.block - random.left;
    expect(test, used >= sizeof number && memcmp(random.block, zeros, used) == 0, "what was drawn is wiped");
    expect(test, memcmp(random.block, zeros, sizeof random.block) != 0, "what is drawn ahead is not");
    pyos_random_forget(&random);
    expect(test, memcmp(random.block, zeros, sizeof random.block) == 0 && random.left == 0, "until it is forgotten");
}

int main(void)
{
    struct test test = {0};
    char text[] = "secret";

    pyos_wipe(text, 3);
    expect(&test, memcmp(text, "\0\0\0ret", 7) == 0, "so many bytes are wiped");
    pyos_wipe(NULL, 0);
    buffers(&test);
    arenas(&test);
    randoms(&test);
    return test.failures > 0;
}
