/* Records inside of records. In a raw record they stand in Python's spelling, as lists do. */
#ifndef PYOS_PY_NESTED_H
#define PYOS_PY_NESTED_H

#include "pyos/py/form.h"

/* All fields of the record; None where there is no data. */
void pyos_nested_put(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_nested *nested);

/* A list of records, or None where it is not known. */
void pyos_nested_put_list(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_records *records);

#endif
