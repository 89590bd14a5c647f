/* Single values, each in the spelling of a form. Appended to a buffer. */
#ifndef PYOS_PY_VALUE_H
#define PYOS_PY_VALUE_H

#include "pyos/base/buf.h"
#include "pyos/base/str.h"
#include "pyos/py/type.h"

#include <stddef.h>
#include <stdint.h>

struct pyos_form;

/* Single values, in the form's spelling and without begin or end. */
void pyos_form_int(const struct pyos_form *form, struct pyos_buf *buf, int64_t value);
void pyos_form_value(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type type, const void *value);

/* One string alone in its place: where JSON loses bytes it becomes {"base64": ...}. */
void pyos_form_str(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_str text);

/* A tuple of strings, two or more: each as above, and in raw form a tab between them. */
void pyos_form_strs(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_str *strs, size_t count);

#endif
