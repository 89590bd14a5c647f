/* The permissions of a file, as the command line says them: 0o755, 0755, 0x1ed, constants by name. */
#ifndef PYOS_PY_MODE_H
#define PYOS_PY_MODE_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"
#include "pyos/py/constant.h"

#include <stdint.h>

/*
 * Reads a mode. A decimal number is refused (ValueError, which names what it could mean): a chmod
 * would take it for octal, and Python would not. Other errors are those of pyos_constant_read_int.
 */
int pyos_mode_read(const struct pyos_constants *constants, struct pyos_str word, uint32_t *bits,
                   struct pyos_error *error);

#endif
