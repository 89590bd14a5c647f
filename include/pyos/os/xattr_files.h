/* The files that a command on extended attributes is for: one that is named, and perhaps all below it. */
#ifndef PYOS_OS_XATTR_FILES_H
#define PYOS_OS_XATTR_FILES_H

#include "pyos/base/error.h"
#include "pyos/base/place.h"
#include "pyos/os/xattr.h"
#include "pyos/py/type.h"

#include <stdbool.h>

struct pyos_xattr_file {
    struct pyos_str name;              /* what people call it */
    struct pyos_xattr_subject subject; /* where the calls find it */
    bool below;                        /* it was found in a tree, not named */
};

/* What is done with a file. A result of visit other than 0 stops the visits. */
struct pyos_xattr_visitor {
    void *context;
    int (*visit)(void *context, const struct pyos_xattr_file *file);
    int (*failed)(void *context, const struct pyos_error *error); /* of a directory that cannot be read */
};

/* Makes an error of a call on the file one of the file by its name. */
void pyos_xattr_file_error(const struct pyos_xattr_file *file, struct pyos_error *error);

/*
 * Visits the file at path, which may not leave root (NULL: the native backend), and if recursive and it is a
 * directory, all below it by name. Links below are passed over, or where follow_symlinks is false visited themselves;
 * no step of the way follows one. Returns 0, or what a visit has stopped it with.
 */
int pyos_xattr_visit(struct pyos_root *root, struct pyos_str path, bool follow_symlinks, bool recursive,
                     const struct pyos_xattr_visitor *visitor);

#endif
