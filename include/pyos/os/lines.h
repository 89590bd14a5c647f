/* The output of a child, line by line: a JSON record for each, with its stream and its time. */
#ifndef PYOS_OS_LINES_H
#define PYOS_OS_LINES_H

#include "pyos/base/buf.h"
#include "pyos/base/str.h"
#include "pyos/py/form.h"

#include <stddef.h>

/* The lines of one stream. */
struct pyos_lines {
    const char *stream;     /* its name */
    size_t limit;           /* a longer line is cut into parts of so many bytes, limit > 0 */
    struct pyos_form form;  /* of JSON, a record a line */
    struct pyos_buf rest;   /* what has come of a line that is not whole */
};

extern const struct pyos_record pyos_line_record;

/* Appends to out a record for each line that text completes. now: nanoseconds since the epoch. */
void pyos_lines_add(struct pyos_lines *lines, struct pyos_str text, int64_t now, struct pyos_buf *out);

/* The stream has ended: the last line may lack its newline. */
void pyos_lines_end(struct pyos_lines *lines, int64_t now, struct pyos_buf *out);

void pyos_lines_free(struct pyos_lines *lines);

#endif
