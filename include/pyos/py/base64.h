/* base64 (RFC 4648), appended to a buffer. */
#ifndef PYOS_PY_BASE64_H
#define PYOS_PY_BASE64_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"

/* With padding: section 4 of the RFC. Parts whose sizes are multiples of 3 may be encoded one by one. */
void pyos_base64_encode(struct pyos_buf *buf, struct pyos_str bytes);

/* For names and addresses: - and _ for + and /, without padding, as secrets.token_urlsafe has it. */
void pyos_base64_encode_urlsafe(struct pyos_buf *buf, struct pyos_str bytes);

/*
 * The bytes of a text with padding and without anything else, as binascii.a2b_base64 reads it with
 * strict_mode=True; its words as a ValueError.
 */
int pyos_base64_decode(struct pyos_buf *buf, struct pyos_str text, struct pyos_error *error);

#endif
