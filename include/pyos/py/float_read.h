/* float(word) */
#ifndef PYOS_PY_FLOAT_READ_H
#define PYOS_PY_FLOAT_READ_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"

/*
 * The value of a word as float() reads it, spaces around it and underscores between digits too; 200
 * characters at most. Raises ValueError.
 */
int pyos_float_read(struct pyos_str word, double *value, struct pyos_error *error);

#endif
