/* What the manual of os documents and Linux does not have. */
#ifndef PYOS_PY_ELSEWHERE_H
#define PYOS_PY_ELSEWHERE_H

#include "pyos/base/str.h"

/* Where a name of os exists, such as "Windows"; NULL for a name that the manual does not have. */
const char *pyos_elsewhere(struct pyos_str name);

#endif
