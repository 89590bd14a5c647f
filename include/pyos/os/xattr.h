/*
 * os.listxattr, getxattr, setxattr, removexattr (manual: Linux extended attributes). A path or an
 * open file; with follow_symlinks False a link itself, which an open file cannot be: ValueError.
 * Errors of the system are OSErrors with the path or the descriptor, as Python's.
 */
#ifndef PYOS_OS_XATTR_H
#define PYOS_OS_XATTR_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/place.h"
#include "pyos/py/function.h"

#include <stdbool.h>

enum {
    PYOS_XATTR_SIZE_MAX = 65536, /* os.XATTR_SIZE_MAX: the largest value that Linux takes */
    PYOS_XATTR_CREATE = 1,       /* os.XATTR_CREATE: FileExistsError where there is such an attribute */
    PYOS_XATTR_REPLACE = 2,      /* os.XATTR_REPLACE: OSError where there is none */
};

/* The file that a call is about: a path in a place, or an open descriptor. */
struct pyos_xattr_subject {
    struct pyos_place place;
    struct pyos_path path;
    bool follow_symlinks;
};

/* The names, in the order of the file system, in memory of the arena. */
int pyos_os_listxattr(const struct pyos_xattr_subject *subject, struct pyos_arena *arena, struct pyos_strs *names,
                      struct pyos_error *error);

/* The value, in memory of the arena, which has a NUL behind it. attribute ends with NUL, as below. */
int pyos_os_getxattr(const struct pyos_xattr_subject *subject, struct pyos_str attribute, struct pyos_arena *arena,
                     struct pyos_bytes *value, struct pyos_error *error);

/* flags: PYOS_XATTR_CREATE, PYOS_XATTR_REPLACE or 0; others are the kernel's. */
int pyos_os_setxattr(const struct pyos_xattr_subject *subject, struct pyos_str attribute, struct pyos_bytes value,
                     int flags, struct pyos_error *error);

int pyos_os_removexattr(const struct pyos_xattr_subject *subject, struct pyos_str attribute, struct pyos_error *error);

/*
 * What setxattr would do: create, replace, or keep where the value is the same. Raises what it would
 * raise for what is there; whether the file may be written is not known before. The old value is read
 * into the arena.
 */
int pyos_os_setxattr_plan(const struct pyos_xattr_subject *subject, struct pyos_str attribute,
                          struct pyos_bytes value, int flags, struct pyos_arena *arena, const char **action,
                          struct pyos_error *error);

/* Manual: Linux extended attributes. */
extern const struct pyos_section pyos_os_xattr_section;

#endif
