/*
 * os.path.expanduser and expandvars (CPython 3.13's posixpath), given what they ask the system for. Paths hold any
 * byte; results are appended to a buffer.
 */
#ifndef PYOS_PY_EXPAND_H
#define PYOS_PY_EXPAND_H

#include "pyos/base/buf.h"
#include "pyos/base/str.h"

#include <stdbool.h>

/* Whether a path begins with a home: "~" or "~user". user is then the name, empty for the caller's own. */
bool pyos_expand_tilde(struct pyos_str path, struct pyos_str *user);

/* expanduser of a path with a tilde, where home is what was found; no data leaves the path as it is. */
void pyos_expand_user(struct pyos_buf *out, struct pyos_str path, struct pyos_str home);

/*
 * expandvars: $NAME and ${NAME}, where NAME of the first kind is ASCII letters, digits and underscores. Unknown ones
 * stay as they are, and values are not expanded again. environment: NAME=VALUE strings, NULL behind the last.
 */
void pyos_expand_vars(struct pyos_buf *out, struct pyos_str path, char *const *environment);

/* The value of a variable, as os.environ has it; no data where there is none. */
struct pyos_str pyos_expand_variable(char *const *environment, struct pyos_str name);

#endif
