/* An error in Python's words, and as the JSON of the contract. */
#ifndef PYOS_PY_EXCEPTION_H
#define PYOS_PY_EXCEPTION_H

#include "pyos/base/arena.h"
#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/py/form.h"

/* Python's class, such as "FileNotFoundError". */
const char *pyos_exception_class(const struct pyos_error *error);

/* str(exception): "[Errno 2] No such file or directory: 'x'" and what explains it, or the message. */
void pyos_exception_message(struct pyos_buf *buf, const struct pyos_error *error);

/* {"error":{"type":...}} without a line end, spelled as form spells JSON; applet is who reports it. */
void pyos_exception_json(struct pyos_buf *buf, const struct pyos_error *error, const char *applet,
                         const struct pyos_form *form);

/*
 * The same as a record inside of another, in memory of the arena; of a file name, as long as that lives. 0, or -1 with
 * error filled in: no memory.
 */
int pyos_exception_nested(struct pyos_error *error, const char *applet, struct pyos_arena *arena,
                          struct pyos_nested *nested);

/* What a session says of an exception: the same keys without those of a report, bytes as {"base64": ...}. */
void pyos_exception_data(struct pyos_buf *buf, const struct pyos_error *error);

/* KeyError: what is not there. Returns -1 with error filled in, as pyos_error_say. */
int pyos_exception_key(struct pyos_error *error, struct pyos_str key);

#endif
