/* Named numbers: wherever an integer is expected, 'O_RDWR|O_CREAT' and SIGTERM say one. */
#ifndef PYOS_PY_CONSTANT_H
#define PYOS_PY_CONSTANT_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stddef.h>
#include <stdint.h>

struct pyos_constant {
    const char *name;
    int64_t value;
};

/* Rows sorted by the bytes of their names. */
struct pyos_constants {
    const struct pyos_constant *rows;
    size_t count;
};

/* The row of that name, or NULL. */
const struct pyos_constant *pyos_constant_find(const struct pyos_constants *constants, struct pyos_str name);

/*
 * The value of a word: a literal (py/int.h), or names joined by '|'. A word that begins like a name
 * but has an unknown one in it raises AttributeError as a usage error; other words and values raise
 * what int() raises.
 */
int pyos_constant_read(const struct pyos_constants *constants, struct pyos_str word, int64_t *value,
                       struct pyos_error *error);

/* The same for a C int. */
int pyos_constant_read_int(const struct pyos_constants *constants, struct pyos_str word, int *value,
                           struct pyos_error *error);

#endif
