#include "pyos/os/xattr_record.h"

#include "pyos/py/base64.h"
#include "pyos/py/hex.h"

#define FIELD(member, part) \
    PYOS_FIELD(struct pyos_xattr, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE, .group = part

static const struct pyos_field fields[PYOS_XATTR_PARTS] = {
    {FIELD(action, PYOS_XATTR_ACTION), .doc = "of --dry-run: create, replace, or keep what is the same"},
    {FIELD(path, PYOS_XATTR_PATH), .doc = "the file, as it was named or found"},
    {FIELD(fd, PYOS_XATTR_FD), .doc = "its descriptor, with --fd"},
    {FIELD(names, PYOS_XATTR_NAMES), .doc = "of list: of all its attributes"},
    {FIELD(name, PYOS_XATTR_NAME), .doc = "of the attribute"},
    {FIELD(value, PYOS_XATTR_VALUE), .doc = "bytes, or with --encoding a string"},
    {FIELD(encoding, PYOS_XATTR_ENCODING), .doc = "with --encoding: how value is spelled"},
    {FIELD(follow_symlinks, PYOS_XATTR_LINK), .doc = "with -P: false, the path may be a link itself"},
};

const struct pyos_record pyos_xattr_record = {NULL, fields, PYOS_XATTR_PARTS};

struct pyos_record pyos_xattr_pick(struct pyos_field rows[PYOS_XATTR_PARTS], unsigned parts)
{
    struct pyos_record record = {NULL, rows, 0};

    for (size_t i = 0; i < PYOS_XATTR_PARTS; i++) {
        struct pyos_field row = fields[i];

        if (!(row.group & parts))
            continue;
        if (row.group == PYOS_XATTR_VALUE && parts & PYOS_XATTR_ENCODING) {
            row.offset = offsetof(struct pyos_xattr, text);
            row.type = PYOS_TYPE_STR;
        }
        row.group = 0;
        rows[record.count++] = row;
    }
    return record;
}

void pyos_xattr_encode(struct pyos_xattr *xattr, enum pyos_xattr_encoding encoding, struct pyos_buf *buf)
{
    static const char *const names[] = {NULL, "text", "hex", "base64"};

    buf->size = 0;
    switch (encoding) {
    case PYOS_XATTR_AUTO: return;
    case PYOS_XATTR_TEXT: pyos_buf_str(buf, xattr->value.bytes); break;
    case PYOS_XATTR_HEX: pyos_hex_encode(buf, xattr->value.bytes); break;
    case PYOS_XATTR_BASE64: pyos_base64_encode(buf, xattr->value.bytes); break;
    }
    xattr->encoding = names[encoding];
    xattr->text = (struct pyos_str){buf->data ? buf->data : "", buf->size};
}
