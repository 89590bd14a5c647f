/*
 * os.path.realpath: the path of a file without links, "." and "..". The steps are those of CPython 3.13's posixpath,
 * where a link that leads back to itself stays in the path, and no number of links is too many.
 */
#ifndef PYOS_OS_REALPATH_H
#define PYOS_OS_REALPATH_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/place.h"
#include "pyos/base/str.h"

/* What may be wrong on the way: all that is wrong is then taken as a name that is no link. */
enum pyos_realpath {
    PYOS_REALPATH_ANYTHING, /* strict=False */
    PYOS_REALPATH_MISSING,  /* nothing but FileNotFoundError */
    PYOS_REALPATH_NOTHING,  /* strict=True */
};

/*
 * Writes the path to out, which is empty. Raises OSError with the path that could not be looked at; its text is then
 * in out. Without a name where the current directory has none.
 */
int pyos_os_realpath(struct pyos_root *root, struct pyos_str filename, enum pyos_realpath may,
                     struct pyos_buf *out, struct pyos_error *error);

#endif
