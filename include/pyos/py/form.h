/*
 * The forms of the output: what Python prints, raw text, chosen fields, JSON. A record is appended
 * to a buffer in the form that the command line asked for.
 */
#ifndef PYOS_PY_FORM_H
#define PYOS_PY_FORM_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/py/item.h"
#include "pyos/py/record.h"
#include "pyos/py/value.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pyos_form_kind { PYOS_FORM_PYTHON, PYOS_FORM_RAW, PYOS_FORM_JSON };

struct pyos_form {
    enum pyos_form_kind kind;
    char end;             /* of a line: '\n', or NUL in raw form */
    bool array;           /* JSON: one array instead of a line a record */
    bool ints_as_strings; /* JSON */
    bool surrogateescape; /* JSON */
    bool escape_controls; /* raw: the output is a terminal */
    bool bytes;           /* each str is bytes: the path that it was made from was */
    uint8_t groups;       /* which optional fields of a record are on */
    const struct pyos_field **fields; /* the chosen ones, or NULL for all */
    size_t count;
};

/*
 * One item of the output: everything between these two calls. In an array each item is led by a
 * comma; struct pyos_printer turns the very first one into the bracket.
 */
void pyos_form_begin(const struct pyos_form *form, struct pyos_buf *buf);
void pyos_form_end(const struct pyos_form *form, struct pyos_buf *buf);

/* A whole record, as one item. */
void pyos_form_record(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_record *record,
                      const void *data);

/* The same, alone in its place. */
void pyos_form_fields(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_record *record,
                      const void *data);

/* The groups of optional fields that a record will be asked for: what its maker must fill in. */
uint8_t pyos_form_groups(const struct pyos_form *form);

#endif
