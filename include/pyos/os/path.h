/*
 * os.path where it asks the system: about files, the current directory, homes and the environment. What is about
 * text alone is in py/posixpath.h, realpath in os/realpath.h. Results that are texts are appended to a buffer. root is
 * what paths may not leave; NULL: the native backend.
 */
#ifndef PYOS_OS_PATH_H
#define PYOS_OS_PATH_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/place.h"
#include "pyos/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * exists, isfile, isdir; without follow_symlinks lexists, islink: whether the file is of that type,
 * which is an S_IF* of sys/stat.h, or 0 for any. What cannot be looked at is not there, as in
 * Python. path ends with NUL.
 */
bool pyos_path_is(struct pyos_root *root, struct pyos_str path, bool follow_symlinks, uint32_t type);

/* The same of an open descriptor. */
bool pyos_path_fd_is(int fd, uint32_t type);

/* ismount; path ends with NUL. Raises OSError only where there is no memory, or no current directory. */
int pyos_path_ismount(struct pyos_root *root, struct pyos_str path, bool *truth, struct pyos_error *error);

/* samefile, sameopenfile. Raise OSError; the paths end with NUL. */
int pyos_path_samefile(struct pyos_root *root, struct pyos_str a, struct pyos_str b, bool *truth,
                       struct pyos_error *error);
int pyos_path_sameopenfile(int a, int b, bool *truth, struct pyos_error *error);

/* abspath, relpath. Raise OSError where the current directory has no path; relpath of nothing raises ValueError. */
int pyos_path_abspath(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out, struct pyos_error *error);
int pyos_path_relpath(struct pyos_root *root, struct pyos_str path, struct pyos_str start, struct pyos_buf *out,
                      struct pyos_error *error);

/*
 * expanduser: "~" is HOME, or where that is not set, what /etc/passwd says of the user; "~user" is what it says of
 * that one. Raises OSError (ENOMEM) alone: a home that is not known leaves the path as it is.
 */
int pyos_path_expanduser(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out, struct pyos_error *error);

/* expandvars, by the environment of the process. Never fails. */
int pyos_path_expandvars(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out, struct pyos_error *error);

/*
 * The path that `within` compares: realpath, where nothing is forgiven but what does not exist. Else raises OSError
 * with the path that could not be looked at, whose text is then in out; for no path at all, ValueError.
 */
int pyos_path_resolve(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out, struct pyos_error *error);

#endif
