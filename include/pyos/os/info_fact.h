/*
 * What the subjects of `pyos info` share. Each is made by a function of this type: a record in the arena, or an error,
 * whose file name lives as long as the arena.
 */
#ifndef PYOS_OS_INFO_FACT_H
#define PYOS_OS_INFO_FACT_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/py/record.h"
#include "pyos/py/type.h"

#include <stddef.h>

typedef int pyos_info_maker(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

/* The data of a new record, all zero; NULL with error filled in: no memory. */
void *pyos_info_new(struct pyos_arena *arena, const struct pyos_record *record, size_t size, struct pyos_nested *made,
                    struct pyos_error *error);

/* A field of a subject: Python and JSON show it. */
#define PYOS_INFO_FIELD(T, member) PYOS_FIELD(T, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

#endif
