/* Hexadecimal digits, small: what every escape is made of. */
#ifndef PYOS_PY_HEX_H
#define PYOS_PY_HEX_H

#include "pyos/base/buf.h"

#include <stdint.h>

/* prefix, then the lowest `digits` hexadecimal digits of value. */
void pyos_hex(struct pyos_buf *buf, const char *prefix, uint32_t value, int digits);

#endif
