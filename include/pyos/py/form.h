/*
 * The forms of the output: what Python prints, raw text, chosen fields, JSON. A record is appended
 * to a buffer in the form that the command line asked for.
 */
#ifndef PYOS_PY_FORM_H
#define PYOS_PY_FORM_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/py/record.h"

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

/*
 * A value alone: an item of its own, as a function's result is. Raw bytes end with nothing but the
 * NUL that is asked for, a raw list or set is an item for each element, and None prints nothing but
 * JSON's null.
 */
void pyos_form_item(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type type, const void *value);

/* Single values, in the form's spelling and without begin or end. */
void pyos_form_int(const struct pyos_form *form, struct pyos_buf *buf, int64_t value);
void pyos_form_value(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type type, const void *value);

/* A whole record, as one item. */
void pyos_form_record(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_record *record,
                      const void *data);

/* The same, alone in its place. */
void pyos_form_fields(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_record *record,
                      const void *data);

/* The groups of optional fields that a record will be asked for: what its maker must fill in. */
uint8_t pyos_form_groups(const struct pyos_form *form);

/* One string alone in its place: where JSON loses bytes it becomes {"base64": ...}. */
void pyos_form_str(const struct pyos_form *form, struct pyos_buf *buf, struct pyos_str text);

/* A tuple of strings, two or more: each as above, and in raw form a tab between them. */
void pyos_form_strs(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_str *strs, size_t count);

#endif
