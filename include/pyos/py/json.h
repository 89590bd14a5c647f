/*
 * JSON as the contract has it: ASCII, compact, always valid. Appended to a buffer.
 */
#ifndef PYOS_PY_JSON_H
#define PYOS_PY_JSON_H

#include "pyos/base/buf.h"
#include "pyos/base/str.h"

#include <stdbool.h>

/*
 * A string. What is not UTF-8 becomes U+FFFD, or with surrogateescape Python's \udcXX. False when
 * bytes were lost that way: the caller then says them beside it, with pyos_json_base64.
 */
bool pyos_json_str(struct pyos_buf *buf, struct pyos_str text, bool surrogateescape);

/* A string that holds base64 of the bytes. */
void pyos_json_base64(struct pyos_buf *buf, struct pyos_str bytes);

#endif
