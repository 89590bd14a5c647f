/* Integers as Python writes literals: 12, -12, 0o644, 0x1f, 0b1, 1_000 (int(word, 0)). */
#ifndef PYOS_PY_INT_H
#define PYOS_PY_INT_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdint.h>

enum pyos_int_result {
    PYOS_INT_OK,
    PYOS_INT_INVALID, /* not a literal */
    PYOS_INT_LARGE,   /* a literal that needs more than 64 bits: the value is the nearest that does not */
};

/*
 * The value of a literal. A sign, spaces around it and underscores between digits are Python's; the digits and spaces
 * of other scripts, which int() takes too, make no literal.
 */
enum pyos_int_result pyos_int_read(struct pyos_str word, int64_t *value);

/* The same for a C int or long, with Python's ValueError or OverflowError. */
int pyos_int_parse(struct pyos_str word, int *value, struct pyos_error *error);
int pyos_int_parse_wide(struct pyos_str word, int64_t *value, struct pyos_error *error);

#endif
