#include "pyos/py/record.h"

const struct pyos_field *pyos_record_field(const struct pyos_record *record, struct pyos_str name)
{
    for (size_t i = 0; i < record->count; i++) {
        const struct pyos_field *field = &record->fields[i];

        if (field->flags & PYOS_FIELD_ATTRIBUTE && pyos_str_equal(pyos_str(field->name), name))
            return field;
    }
    return NULL;
}
