/* Named numbers: wherever an integer is expected, 'O_RDWR|O_CREAT' and SIGTERM say one. */
#ifndef PYOS_PY_CONSTANT_H
#define PYOS_PY_CONSTANT_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pyos_constant {
    const char *name;
    int64_t value;
};

/* Constants of a Python module: rows, or the names that another table gives to the numbers from 1 on. */
struct pyos_constant_module {
    const char *name; /* "os", "errno", ... */
    const struct pyos_constant *rows;
    const char *(*name_of)(int number); /* where rows is NULL; NULL for a number without a name */
    int count;                          /* of the rows, or the last number */
};

struct pyos_constants {
    const struct pyos_constant_module *modules; /* one of Python's may come in several pieces */
    size_t count;
};

/* The constant at an index, 0 <= index < module->count; its name is NULL where the number has none. */
struct pyos_constant pyos_constant_at(const struct pyos_constant_module *module, int index);

/* Looks a name up; false where no module has it. *module is where it was found. */
bool pyos_constant_find(const struct pyos_constants *constants, struct pyos_str name,
                        const struct pyos_constant_module **module, struct pyos_constant *constant);

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

/*
 * AttributeError for a name that the module lacks, as a usage error; it is none, and says where, for a
 * name of os that other systems have. Returns -1.
 */
int pyos_constant_unknown(const char *module, struct pyos_str name, struct pyos_error *error);

#endif
