/*
 * A form and the stream it is printed to. Streams records one by one; a JSON array is opened by the
 * first and closed at the end, whatever fails in between.
 */
#ifndef PYOS_PY_PRINTER_H
#define PYOS_PY_PRINTER_H

#include "pyos/base/out.h"
#include "pyos/py/form.h"

struct pyos_printer {
    struct pyos_out out;
    struct pyos_form form;
    bool opened; /* the bracket of the array is written */
};

/* Where items are appended (pyos_form_record and its kin). */
static inline struct pyos_buf *pyos_printer_buf(struct pyos_printer *printer)
{
    return &printer->out.buf;
}

/* The items appended since the last commit are whole. 0, or -1 once the output has failed. */
int pyos_printer_commit(struct pyos_printer *printer);

/* Appends a record and commits it. */
int pyos_printer_record(struct pyos_printer *printer, const struct pyos_record *record, const void *data);

/* Appends a value of that type, or a tuple of strings, and commits it: an item of its own. */
int pyos_printer_value(struct pyos_printer *printer, enum pyos_type type, const void *value);
int pyos_printer_strs(struct pyos_printer *printer, const struct pyos_str *strs, size_t count);

/* Closes the array, if the form is one. */
int pyos_printer_finish(struct pyos_printer *printer);

#endif
