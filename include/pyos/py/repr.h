/* repr() of str and bytes, byte for byte as CPython 3.13 has it, appended to a buffer. */
#ifndef PYOS_PY_REPR_H
#define PYOS_PY_REPR_H

#include "pyos/base/buf.h"
#include "pyos/base/str.h"

/* repr(os.fsdecode(text)): bytes that are not UTF-8 are shown as their \udcXX. */
void pyos_repr_str(struct pyos_buf *buf, struct pyos_str text);

/* The same without quotes, for eyes: only what is not printable is escaped, so it cannot be read back. */
void pyos_repr_visible(struct pyos_buf *buf, struct pyos_str text);

/* repr(bytes) */
void pyos_repr_bytes(struct pyos_buf *buf, struct pyos_str bytes);

/*
 * The same in parts, for bytes that are too many to be held at once: the quote that Python takes, and
 * what stands between the quotes.
 */
char pyos_repr_quote(struct pyos_str bytes);
void pyos_repr_bytes_part(struct pyos_buf *buf, struct pyos_str part, char quote);

#endif
