/* Lists of integers as the command line says them: 0,2,4-7. */
#ifndef PYOS_PY_INTS_H
#define PYOS_PY_INTS_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"
#include "pyos/py/type.h"

enum { PYOS_INTS_MAX = 65536 }; /* items: as many groups as Linux gives a process, and more than any other list */

/*
 * Reads numbers and ranges joined by commas, in their order; no text is the empty list. Raises what
 * int() raises, and ValueError for a range that runs backwards or a list that is too long.
 */
int pyos_ints_read(struct pyos_str list, struct pyos_ints *ints, struct pyos_arena *arena, struct pyos_error *error);

#endif
