/* repr(float): the shortest digits that read back as the same double, in Python's layout. */
#ifndef PYOS_PY_FLOAT_H
#define PYOS_PY_FLOAT_H

#include "pyos/base/buf.h"

void pyos_float_repr(struct pyos_buf *buf, double value);

#endif
