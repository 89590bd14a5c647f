/* Hexadecimal digits, small: what every escape is made of. */
#ifndef PYOS_PY_HEX_H
#define PYOS_PY_HEX_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdint.h>

/* prefix, then the lowest `digits` hexadecimal digits of value. */
void pyos_hex(struct pyos_buf *buf, const char *prefix, uint32_t value, int digits);

/* bytes.hex() */
void pyos_hex_encode(struct pyos_buf *buf, struct pyos_str bytes);

/* bytes.fromhex(text): digits of either case, spaces between bytes; Python's ValueError. */
int pyos_hex_decode(struct pyos_buf *buf, struct pyos_str text, struct pyos_error *error);

/* The value of a digit of either case; -1 for what is none. */
int pyos_hex_digit(char c);

#endif
