/* Single values, each in the spelling of a form. Appended to a buffer. */
#ifndef PYOS_PY_VALUE_H
#define PYOS_PY_VALUE_H

#include "pyos/base/buf.h"
#include "pyos/base/str.h"
#include "pyos/py/type.h"

#include <stddef.h>
#include <stdint.h>

struct pyos_form;

/*
 * A value alone: an item of its own, as a function's result is. Raw bytes end with nothing but the
 * NUL that is asked for, a raw list or set is an item for each element, so is a list of records unless
 * it is Python's, a record that is pointed to is one with the form's fields, and None prints nothing
 * but JSON's null.
 */
void pyos_form_item(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type type, const void *value);

/* Single values, in the form's spelling and without begin or end. */
void pyos_form_int(const struct pyos_form *form, struct pyos_buf *buf, int64_t value);
void pyos_form_value(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type type, const void *value);

/* One string alone in its place: where JSON loses bytes it becomes {"base64": ...}. */
void pyos_form_str(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_str text);

/* A tuple of strings, two or more: each as above, and in raw form a tab between them. */
void pyos_form_strs(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_str *strs, size_t count);

#endif
