#include "pyos/os/sysconf_number.h"

#include "pyos/os/caches.h"
#include "pyos/sys/machine.h"

#include <stddef.h>

enum { UNNAMED = 132, CACHES = 185, CACHES_END = 200, IPV6 = 235, UNNAMED_END = 247, REPLICAS = 241,
       USUAL_STACK = 250 };

/* All others between are -1. */
static const struct {
    int number;
    int64_t value;
} unnamed[] = {
    {132, 200809}, /* ADVISORY_INFO, BARRIERS */
    {133, 200809},
    {137, 200809}, /* CLOCK_SELECTION, CPUTIME, THREAD_CPUTIME */
    {138, 200809},
    {139, 200809},
    {149, 200809}, /* MONOTONIC_CLOCK */
    {153, 200809}, /* READER_WRITER_LOCKS, SPIN_LOCKS */
    {154, 200809},
    {155, 1},      /* REGEXP */
    {157, 1},      /* SHELL */
    {159, 200809}, /* SPAWN */
    {164, 200809}, /* TIMEOUTS */
    {178, 1},      /* V6_LP64_OFF64 */
    {180, 64},     /* HOST_NAME_MAX */
    {235, 200809}, /* IPV6, RAW_SOCKETS */
    {236, 200809},
    {239, 1},      /* V7_LP64_OFF64 */
};

/* Size, ways and line of each cache, in the order of the numbers. */
static int64_t ask_cache(int place)
{
    static const struct {
        int level;
        const char *type;
    } caches[] = {{1, "Instruction"}, {1, "Data"}, {2, "Unified"}, {3, "Unified"}, {4, "Unified"}};
    static const enum pyos_cache_fact facts[] = {PYOS_CACHE_SIZE, PYOS_CACHE_WAYS, PYOS_CACHE_LINE};

    return pyos_cache_fact(caches[place / 3].level, caches[place / 3].type, facts[place % 3]);
}

/* SIGSTKSZ: four of the least stacks. */
static int64_t size_usual_stack(void)
{
    enum { LEAST = 8192 };
    int64_t size = 4 * pyos_sys_signal_stack();

    return size > LEAST ? size : LEAST;
}

bool pyos_sysconf_number(int number, int64_t *value)
{
    bool known = (number >= UNNAMED && number < CACHES_END) || (number >= IPV6 && number < UNNAMED_END);

    *value = -1;
    if (number == USUAL_STACK)
        *value = size_usual_stack();
    else if (number >= CACHES && number < CACHES_END)
        *value = ask_cache(number - CACHES);
    for (size_t i = 0; i < sizeof unnamed / sizeof *unnamed; i++)
        if (unnamed[i].number == number)
            *value = unnamed[i].value;
    return (known && number != REPLICAS) || number == USUAL_STACK;
}
