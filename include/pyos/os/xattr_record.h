/* An extended attribute as commands show it: the rows, of which each command picks its own. */
#ifndef PYOS_OS_XATTR_RECORD_H
#define PYOS_OS_XATTR_RECORD_H

#include "pyos/base/buf.h"
#include "pyos/py/getfattr.h"
#include "pyos/py/record.h"

#include <stdbool.h>

struct pyos_xattr {
    const char *action; /* what a restore would do */
    struct pyos_str path;
    int fd;
    struct pyos_strs names; /* of all attributes of the file */
    struct pyos_str name;
    struct pyos_bytes value;
    struct pyos_str text; /* the value, encoded */
    const char *encoding; /* "text", "hex" or "base64" */
    bool follow_symlinks;
};

/* The fields, in their order in a record. */
enum pyos_xattr_part {
    PYOS_XATTR_ACTION = 1,
    PYOS_XATTR_PATH = 2,
    PYOS_XATTR_FD = 4,
    PYOS_XATTR_NAMES = 8,
    PYOS_XATTR_NAME = 16,
    PYOS_XATTR_VALUE = 32,
    PYOS_XATTR_ENCODING = 64, /* value is then the encoded text */
    PYOS_XATTR_LINK = 128,
    PYOS_XATTR_PARTS = 8, /* how many there are */
};

/* All of them, for --help. */
extern const struct pyos_record pyos_xattr_record;

/* The record of the parts, made of rows, which must live as long. */
struct pyos_record pyos_xattr_pick(struct pyos_field rows[PYOS_XATTR_PARTS], unsigned parts);

/* Fills in text and encoding, unless that is AUTO; text lies in buf, where nothing else is. */
void pyos_xattr_encode(struct pyos_xattr *xattr, enum pyos_xattr_encoding encoding, struct pyos_buf *buf);

#endif
