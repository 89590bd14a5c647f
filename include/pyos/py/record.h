/*
 * Record rows: the fields of a result, said once. A record drives repr, JSON, raw text and --field.
 */
#ifndef PYOS_PY_RECORD_H
#define PYOS_PY_RECORD_H

#include "pyos/base/str.h"
#include "pyos/py/type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pyos_field_flags {
    PYOS_FIELD_ITEM = 1,      /* one of the items of the tuple: repr and raw text show it */
    PYOS_FIELD_ATTRIBUTE = 2, /* JSON shows it and --field takes it */
};

struct pyos_field {
    const char *name;
    const char *doc;
    uint16_t offset;
    uint8_t type;  /* enum pyos_type */
    uint8_t flags; /* enum pyos_field_flags */
    uint8_t group; /* 0: always shown; else a bit that the form must have on */
};

/* The name, place and type of a member; the row adds its doc and flags. */
#define PYOS_FIELD(T, member) PYOS_FIELD_AS(T, member, #member, PYOS_TYPE(T, member))

/* The same for another view of a member, or another name. */
#define PYOS_FIELD_AS(T, member, called, as) .name = called, .offset = offsetof(T, member), .type = as

struct pyos_record {
    const char *name; /* Python's, such as "os.stat_result"; NULL: printed as a dict; "": a tuple, without names */
    const struct pyos_field *fields;
    size_t count;
};

/* Whether it is a tuple: its fields are items and have no names, and no attribute. */
static inline bool pyos_record_is_tuple(const struct pyos_record *record)
{
    return record->name && record->name[0] == '\0';
}

/* The attribute of that name, or NULL. */
const struct pyos_field *pyos_record_field(const struct pyos_record *record, struct pyos_str name);

#endif
