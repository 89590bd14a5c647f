/*
 * The lines that getfattr -d writes and setfattr --restore reads:
 *
 *     # file: PATH
 *     NAME="VALUE" or NAME=0xDIGITS or NAME=0sBASE64
 *
 * and an empty line behind the attributes of a file.
 */
#ifndef PYOS_PY_GETFATTR_H
#define PYOS_PY_GETFATTR_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"

enum pyos_xattr_encoding {
    PYOS_XATTR_AUTO, /* text, or base64 where more than one byte in eight is not printable ASCII */
    PYOS_XATTR_TEXT,
    PYOS_XATTR_HEX,
    PYOS_XATTR_BASE64,
};

/* The line that begins a file. */
void pyos_getfattr_put_file(struct pyos_buf *buf, struct pyos_str path);

/* The line of an attribute. Every byte of the value is there: getfattr's own text leaves out a last NUL. */
void pyos_getfattr_put(struct pyos_buf *buf, struct pyos_str name, struct pyos_str value,
                       enum pyos_xattr_encoding encoding);

/* Whether a line (without its end) begins a file; its path is then appended. */
bool pyos_getfattr_take_file(struct pyos_str line, struct pyos_buf *path);

/*
 * Reads the line of an attribute and appends its name and its value. As setfattr does, takes a line
 * without = for an empty value, and text without quotes. ValueError for a value that is not what it
 * says it is.
 */
int pyos_getfattr_take(struct pyos_str line, struct pyos_buf *name, struct pyos_buf *value, struct pyos_error *error);

#endif
