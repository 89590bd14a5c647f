/* base/memory: sizes are multiplied with a check, and a block that cannot grow stays. */
#include "test.h"

#include "pyos/base/memory.h"

#include <stdint.h>

/* More than any machine has; volatile, so that no compiler warns of what is wanted here. */
static volatile size_t half = SIZE_MAX / 2 + 1;

int main(void)
{
    struct test test = {0};
    char *block = pyos_memory_get(3, 5);
    char *larger;
    void *none;

    expect(&test, block != NULL, "there is memory for 15 bytes");
    memset(block, 'x', 15);
    expect(&test, !pyos_memory_get(half, 2), "a product that overflows is refused");
    expect(&test, !pyos_memory_resize(block, 2, half), "and so it is when a block is resized");
    expect(&test, memchr(block, 'x', 1) && block[14] == 'x', "which leaves the block as it was");
    larger = pyos_memory_resize(block, 1000, 1000);
    expect(&test, larger && larger[0] == 'x' && larger[14] == 'x', "a block that grows keeps what it held");
    pyos_memory_release(larger ? larger : block);
    none = pyos_memory_get(0, 8);
    expect(&test, none != NULL, "no items at all are a block too, not a failure");
    none = pyos_memory_resize(none, 8, 0);
    expect(&test, none != NULL, "and resizing to none does not free it");
    pyos_memory_release(none);
    pyos_memory_release(NULL);
    return test.failures > 0;
}
