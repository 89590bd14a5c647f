/* Sizes: numbers of bytes as people say them: 16, 0x10, 4K, 1M, 2GiB. */
#ifndef PYOS_PY_SIZE_H
#define PYOS_PY_SIZE_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdint.h>

/*
 * An integer as Python writes it (py/int.h), or one with K, M, G, T, P or E behind it, of either case,
 * and after that perhaps iB: each 1024 times the last. KB is refused: it is 1000 to some. Negative
 * sizes are read too; the function that is called has its own words for them. ValueError, or
 * Python's OverflowError for a C ssize_t.
 */
int pyos_size_parse(struct pyos_str word, int64_t *bytes, struct pyos_error *error);

#endif
