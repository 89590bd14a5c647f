/* A function's signature, as inspect.signature shows it: "(path, *, dir_fd=None, follow_symlinks=True)". */
#ifndef PYOS_PY_SIGNATURE_H
#define PYOS_PY_SIGNATURE_H

#include "pyos/base/buf.h"
#include "pyos/py/function.h"

void pyos_signature_put(struct pyos_buf *buf, const struct pyos_function *function);

/* What a row or a result takes or is, in a word: "int", "path", "list of str", ... */
const char *pyos_signature_type(enum pyos_type type);

#endif
