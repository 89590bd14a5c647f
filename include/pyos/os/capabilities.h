/* Capabilities by their names (capabilities(7)). */
#ifndef PYOS_OS_CAPABILITIES_H
#define PYOS_OS_CAPABILITIES_H

#include "pyos/base/arena.h"
#include "pyos/py/type.h"

#include <stdint.h>

/*
 * The names of a set, capability n being bit n: "CAP_CHOWN", and "41" for one that is newer than pyos. In the arena;
 * no items: no memory.
 */
struct pyos_words pyos_capabilities_words(uint64_t set, struct pyos_arena *arena);

#endif
