#include "pyos/py/item.h"

#include "pyos/py/cpus.h"
#include "pyos/py/form.h"
#include "pyos/py/mapping.h"

static bool is_none(enum pyos_type type, const void *value)
{
    switch (type) {
    case PYOS_TYPE_NONE: return true;
    case PYOS_TYPE_MAYBE: return !((const struct pyos_maybe *)value)->known;
    case PYOS_TYPE_NESTED: return !((const struct pyos_nested *)value)->data;
    case PYOS_TYPE_STR:
    case PYOS_TYPE_BYTES: return !((const struct pyos_str *)value)->data; /* the struct is its str */
    default: return false;
    }
}

/* The elements of a raw list, each an item. */
static bool put_raw_elements(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type type,
                             const void *value)
{
    const struct pyos_strs *strs = value;
    const struct pyos_ints *ints = value;
    const struct pyos_buffers *buffers = value;
    const struct pyos_cpus *cpus = value;

    switch (type) {
    case PYOS_TYPE_STRS:
        for (size_t i = 0; i < strs->count; i++)
            pyos_form_item(form, buf, PYOS_TYPE_STR, &strs->items[i]);
        return true;
    case PYOS_TYPE_BUFFERS:
        for (size_t i = 0; i < buffers->count; i++)
            pyos_form_item(form, buf, PYOS_TYPE_BYTES, &buffers->items[i]);
        return true;
    case PYOS_TYPE_INTS:
        for (size_t i = 0; i < ints->count; i++)
            pyos_form_item(form, buf, PYOS_TYPE_I64, &ints->items[i]);
        return true;
    case PYOS_TYPE_CPUS:
        for (int cpu = pyos_cpus_next(cpus, 0); cpu >= 0; cpu = pyos_cpus_next(cpus, cpu + 1))
            pyos_form_item(form, buf, PYOS_TYPE_INT, &cpu);
        return true;
    case PYOS_TYPE_NAMED: pyos_mapping_named(form, buf, value); return true;
    default: return false;
    }
}

/* What is a record alone, or an item for each of its elements; false for all other values. */
static bool put_elements(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type type, const void *value)
{
    const struct pyos_records *records = value;
    const struct pyos_nested *nested = value;

    if (type == PYOS_TYPE_ENVIRONMENT && (form->kind == PYOS_FORM_RAW || form->array)) {
        pyos_mapping_items(form, buf, value);
        return true;
    }
    if (type == PYOS_TYPE_NESTED && nested->data) {
        struct pyos_form own = *form;

        own.groups |= nested->groups;
        pyos_form_record(&own, buf, nested->record, nested->data);
        return true;
    }
    if (type == PYOS_TYPE_RECORDS && form->kind != PYOS_FORM_PYTHON) {
        for (size_t i = 0; i < records->count; i++)
            pyos_form_record(form, buf, records->record, (const char *)records->data + i * records->size);
        return true;
    }
    return form->kind == PYOS_FORM_RAW && put_raw_elements(form, buf, type, value);
}

void pyos_form_item(const struct pyos_form *form, struct pyos_buf *buf, enum pyos_type type, const void *value)
{
    bool raw = form->kind == PYOS_FORM_RAW;

    if ((is_none(type, value) && form->kind != PYOS_FORM_JSON) || put_elements(form, buf, type, value))
        return;
    pyos_form_begin(form, buf);
    pyos_form_value(form, buf, type, value);
    if (type != PYOS_TYPE_BYTES || !raw || form->end == '\0')
        pyos_form_end(form, buf);
}
