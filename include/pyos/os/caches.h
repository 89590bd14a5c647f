/* The caches of the first CPU, as /sys/devices/system/cpu/cpu0/cache has them. */
#ifndef PYOS_OS_CACHES_H
#define PYOS_OS_CACHES_H

#include <stdint.h>

enum pyos_cache_fact { PYOS_CACHE_SIZE, PYOS_CACHE_WAYS, PYOS_CACHE_LINE };

/*
 * The bytes of a cache, its ways, or the bytes of a line; -1: there is no such cache, or nothing tells. type:
 * "Instruction", "Data" or "Unified".
 */
int64_t pyos_cache_fact(int level, const char *type, enum pyos_cache_fact fact);

#endif
