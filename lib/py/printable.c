#include "pyos/py/printable.h"

#include <stddef.h>

/* The code points where the answer turns; below the first one it is no. */
static const uint32_t turns[] = {
#include "printable.inc"
};

bool pyos_printable(uint32_t codepoint)
{
    size_t low = 0;
    size_t high = sizeof turns / sizeof *turns;

    if (codepoint < 0x7F)
        return codepoint >= 0x20;
    while (low < high) { /* how many turns lie at or below the code point */
        size_t middle = low + (high - low) / 2;

        if (turns[middle] <= codepoint)
            low = middle + 1;
        else
            high = middle;
    }
    return low % 2 == 1;
}
