/* A value that a command line has for data: an operand, standard input, or an option that spells it. */
#ifndef PYOS_CLI_VALUE_H
#define PYOS_CLI_VALUE_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"

#include <stddef.h>

/* How options have spelled the value; NULL where they have not. */
struct pyos_value {
    const char *hex;
    const char *base64;
    const char *literal; /* the value itself, also where it is "-" */
};

/* How many of them there are. */
int pyos_value_count(const struct pyos_value *value);

/*
 * Appends the value to buf: of the options, or if there is none of the operand, of which "-" is
 * standard input. Of that no more than limit bytes are read, so whoever allows n asks for n + 1.
 */
int pyos_value_read(const struct pyos_value *value, const char *operand, size_t limit, struct pyos_buf *buf,
                    struct pyos_error *error);

#endif
