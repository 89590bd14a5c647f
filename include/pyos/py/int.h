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

/* The same for 0 to 2^64 - 1: what is outside is too large. */
enum pyos_int_result pyos_int_read_u64(struct pyos_str word, uint64_t *value);

/* The same for a C int or long, with Python's ValueError or OverflowError. */
int pyos_int_parse(struct pyos_str word, int *value, struct pyos_error *error);
int pyos_int_parse_wide(struct pyos_str word, int64_t *value, struct pyos_error *error);

/*
 * The same for a uid_t or gid_t, 0 to 2^32 - 1, where -1 is the last. kind: "uid" or "gid". Python calls whatever
 * is outside less than the minimum, but for what is too large for a C long.
 */
int pyos_int_to_id(struct pyos_str word, uint32_t *id, const char *kind, struct pyos_error *error);

#endif
