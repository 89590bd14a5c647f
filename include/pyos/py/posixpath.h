/*
 * os.path as far as it is text (CPython 3.13's posixpath): nothing here asks the system. Paths hold any byte. Where
 * str and bytes differ, which is in commonprefix alone, the answer is that for os.fsdecode of the path.
 *
 * Parts that are cut out of a path point into it. What is put together is appended to a buffer.
 */
#ifndef PYOS_PY_POSIXPATH_H
#define PYOS_PY_POSIXPATH_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdbool.h>

bool pyos_posixpath_isabs(struct pyos_str path);

/* normcase: the path itself, for case means something here. */
struct pyos_str pyos_posixpath_normcase(struct pyos_str path);

struct pyos_str pyos_posixpath_basename(struct pyos_str path);
struct pyos_str pyos_posixpath_dirname(struct pyos_str path);

/* The tuples: (head, tail), (root, ext), (drive, tail) and (drive, root, tail); a drive is always empty. */
void pyos_posixpath_split(struct pyos_str path, struct pyos_str parts[2]);
void pyos_posixpath_splitext(struct pyos_str path, struct pyos_str parts[2]);
void pyos_posixpath_splitdrive(struct pyos_str path, struct pyos_str parts[2]);
void pyos_posixpath_splitroot(struct pyos_str path, struct pyos_str parts[3]);

void pyos_posixpath_normpath(struct pyos_buf *out, struct pyos_str path);

/* relpath, of two paths that abspath has made. */
void pyos_posixpath_relpath(struct pyos_buf *out, struct pyos_str path, struct pyos_str start);

/* path becomes join(path, part). An empty buffer takes the first part as it is. */
void pyos_posixpath_join(struct pyos_buf *path, struct pyos_str part);

/*
 * commonpath and commonprefix of many, a path at a time: index 0 writes the first one to common, which is empty, and
 * each next one shortens it. commonpath raises ValueError when absolute and relative paths are mixed.
 */
int pyos_posixpath_commonpath(struct pyos_buf *common, size_t index, struct pyos_str path, struct pyos_error *error);
void pyos_posixpath_commonprefix(struct pyos_buf *common, size_t index, struct pyos_str path);

/* Whether path is base or below it; both are as realpath gives them. */
bool pyos_posixpath_contains(struct pyos_str base, struct pyos_str path);

#endif
