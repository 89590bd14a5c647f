/*
 * Reading what `xattr dump` and getfattr -d have written: lines of JSON, or getfattr's own lines. Which
 * of the two is seen by the first character that is no blank.
 */
#ifndef PYOS_OS_XATTR_ARCHIVE_H
#define PYOS_OS_XATTR_ARCHIVE_H

#include "pyos/base/arena.h"
#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/in.h"
#include "pyos/base/place.h"
#include "pyos/py/json_read.h"
#include "pyos/py/type.h"

#include <stdbool.h>
#include <stddef.h>

/* An attribute of a file. Its texts end with NUL and hold no other. */
struct pyos_xattr_entry {
    struct pyos_str path; /* no data: of a file that was known by its descriptor */
    struct pyos_str name;
    struct pyos_bytes value;
    bool follow_symlinks; /* false: it was the attribute of a link itself */
};

struct pyos_xattr_archive {
    struct pyos_in in;
    size_t line;                   /* number of the line at hand, from 1 */
    enum { PYOS_XATTR_UNKNOWN, PYOS_XATTR_JSON, PYOS_XATTR_GETFATTR } format;
    bool ended;
    bool in_file;                  /* getfattr: a "# file:" line came, and no empty line since */
    const struct pyos_json *next;  /* JSON: what the line at hand has left */
    struct pyos_arena arena;       /* for the JSON of a line */
    struct pyos_buf path, name, value;
};

/* Opens a file, below the root where there is one; "-" is standard input. name must outlive the archive. */
int pyos_xattr_archive_open(struct pyos_xattr_archive *archive, struct pyos_root *root, const char *name,
                            struct pyos_error *error);

/*
 * 1 and the next attribute, which lives until the next call; 0 at the end. -1 and an error for a line
 * that cannot be understood (ValueError, with its number) or for input that cannot be read (OSError):
 * the call after it goes on behind that line, or is at the end.
 */
int pyos_xattr_archive_next(struct pyos_xattr_archive *archive, struct pyos_xattr_entry *entry,
                            struct pyos_error *error);

void pyos_xattr_archive_close(struct pyos_xattr_archive *archive);

#endif
