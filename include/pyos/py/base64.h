/* base64 (RFC 4648, section 4), appended to a buffer. */
#ifndef PYOS_PY_BASE64_H
#define PYOS_PY_BASE64_H

#include "pyos/base/buf.h"
#include "pyos/base/str.h"

void pyos_base64_encode(struct pyos_buf *buf, struct pyos_str bytes);

#endif
