/*
 * Patterns of file names as Python's fnmatch has them: `*`, `?`, `[a-z]` and `[!a-z]`, by code
 * points, the same with every C library and locale.
 */
#ifndef PYOS_PY_GLOB_H
#define PYOS_PY_GLOB_H

#include "pyos/base/str.h"

#include <stdbool.h>

/* fnmatch.fnmatchcase(name, pattern). A byte that is not UTF-8 is one character, its \udcXX. */
bool pyos_glob_match(struct pyos_str pattern, struct pyos_str name);

#endif
