/* A value that is all that is printed, as a function's result is: one item of the output, or several. */
#ifndef PYOS_PY_ITEM_H
#define PYOS_PY_ITEM_H

#include "pyos/base/buf.h"
#include "pyos/py/type.h"

struct pyos_form;

/*
 * A value alone: an item of its own, as a function's result is. Raw bytes end with nothing but the
 * NUL that is asked for, a raw list or set is an item for each element, so is a list of records unless
 * it is Python's, a record that is pointed to is one with the form's fields, and None prints nothing
 * but JSON's null.
 */
void pyos_form_item(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type type, const void *value);

#endif
