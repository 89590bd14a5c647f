/* Paths as texts. */
#ifndef PYOS_PY_PATH_H
#define PYOS_PY_PATH_H

#include "pyos/base/buf.h"
#include "pyos/base/str.h"

/* os.path.join of what stands in path and a name, which does not begin with a slash. */
void pyos_path_join(struct pyos_buf *path, struct pyos_str name);

#endif
