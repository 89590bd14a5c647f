/*
 * All extended attributes of files, and all of a dump: read one by one and handed over. What goes wrong
 * with one of them does not stop the rest; its OSError has the file and, as second name, the attribute.
 */
#ifndef PYOS_OS_XATTR_DUMP_H
#define PYOS_OS_XATTR_DUMP_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/os/xattr_files.h"
#include "pyos/os/xattr_record.h"

#include <stdbool.h>

/* A result other than 0 stops. */
struct pyos_xattr_sink {
    void *context;
    int (*take)(void *context, struct pyos_xattr *xattr);
    int (*failed)(void *context, const struct pyos_error *error);
};

/*
 * The attributes of a file, in the order of their names, as getfattr has them: so that dumps can be
 * compared. Returns 0, or what the sink has stopped it with.
 */
int pyos_xattr_dump(const struct pyos_xattr_file *file, struct pyos_arena *arena, const struct pyos_xattr_sink *sink);

struct pyos_xattr_restore {
    struct pyos_root *root; /* what its paths, and the dump's own, may not leave; NULL: the native backend */
    struct pyos_fd fd;    /* given: all attributes are for this open file */
    bool follow_symlinks; /* false: of links themselves, whatever the dump says */
    int flags;            /* of os.setxattr */
    bool dry_run;         /* only find out what would be done */
};

/*
 * Sets what a dump holds (os/xattr_archive.h), and hands over what was done. Returns 0, or what the
 * sink has stopped it with; -1 where the dump could not be opened, which the sink was told.
 */
int pyos_xattr_restore(const char *dump, const struct pyos_xattr_restore *how, const struct pyos_xattr_sink *sink);

#endif
