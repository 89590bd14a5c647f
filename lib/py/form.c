#include "pyos/py/form.h"

#include "pyos/py/json.h"

void pyos_form_begin(const struct pyos_form *form, struct pyos_buf *buf)
{
    if (form->array)
        pyos_buf_char(buf, ',');
}

void pyos_form_end(const struct pyos_form *form, struct pyos_buf *buf)
{
    if (!form->array)
        pyos_buf_char(buf, form->end);
}

uint8_t pyos_form_groups(const struct pyos_form *form)
{
    uint8_t groups = 0;

    if (!form->fields)
        return form->kind == PYOS_FORM_JSON ? form->groups : 0;
    for (size_t i = 0; i < form->count; i++)
        groups |= form->fields[i]->group;
    return groups;
}

static const void *member(const struct pyos_field *field, const void *data)
{
    return (const char *)data + field->offset;
}

/* ,"name_b64": */
static void put_twin_key(struct pyos_buf *buf, const char *name)
{
    pyos_buf_text(buf, ",\"");
    pyos_buf_text(buf, name);
    pyos_buf_text(buf, "_b64\":");
}

/* The strings of a list; where one of them lost bytes, also the exact bytes of those that did. */
static void put_json_strs(const struct pyos_form *form, struct pyos_buf *buf, const char *name,
                          struct pyos_strs strs)
{
    struct pyos_buf twin = {0};
    bool exact = true;

    for (size_t i = 0; i < strs.count; i++) {
        pyos_buf_char(buf, i > 0 ? ',' : '[');
        pyos_buf_char(&twin, i > 0 ? ',' : '[');
        if (pyos_json_str(buf, strs.items[i], form->surrogateescape)) {
            pyos_buf_text(&twin, "null");
        } else {
            pyos_json_base64(&twin, strs.items[i]);
            exact = false;
        }
    }
    pyos_buf_text(buf, strs.count > 0 ? "]" : "[]");
    if (!exact) {
        put_twin_key(buf, name);
        pyos_buf_add(buf, twin.data, twin.size);
        pyos_buf_char(buf, ']');
    }
    buf->failed |= twin.failed;
    pyos_buf_free(&twin);
}

/* "name":value, and for a string that JSON cannot hold "name_b64":... behind it. */
static void put_json_field(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_field *field,
                           const void *data)
{
    const struct pyos_str *text = field->type == PYOS_TYPE_STR ? member(field, data) : NULL;

    pyos_buf_char(buf, '"');
    pyos_buf_text(buf, field->name);
    pyos_buf_text(buf, "\":");
    if (field->type == PYOS_TYPE_STRS && !form->bytes) {
        put_json_strs(form, buf, field->name, *(const struct pyos_strs *)member(field, data));
    } else if (!text || !text->data || form->bytes) {
        pyos_form_value(form, buf, field->type, member(field, data));
    } else if (!pyos_json_str(buf, *text, form->surrogateescape)) {
        put_twin_key(buf, field->name);
        pyos_json_base64(buf, *text);
    }
}

/* Which fields a form shows when none were chosen. */
static bool shows(const struct pyos_form *form, const struct pyos_field *field)
{
    int wanted = form->kind == PYOS_FORM_JSON ? PYOS_FIELD_ATTRIBUTE : PYOS_FIELD_ITEM;

    return field->flags & wanted && (field->group == 0 || field->group & form->groups);
}

static void put_field(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_record *record,
                      const struct pyos_field *field, const void *data)
{
    bool tuple = pyos_record_is_tuple(record);

    if (form->kind == PYOS_FORM_JSON && !tuple) {
        put_json_field(form, buf, field, data);
        return;
    }
    if (form->kind == PYOS_FORM_PYTHON && !tuple) {
        if (!record->name)
            pyos_buf_char(buf, '\'');
        pyos_buf_text(buf, field->name);
        pyos_buf_text(buf, record->name ? "=" : "': ");
    }
    pyos_form_value(form, buf, field->type, member(field, data));
}

void pyos_form_fields(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_record *record,
                      const void *data)
{
    bool json = form->kind == PYOS_FORM_JSON;
    bool python = form->kind == PYOS_FORM_PYTHON;
    bool tuple = pyos_record_is_tuple(record);
    const char *brackets = json && tuple ? "[]" : json || !record->name ? "{}" : "()";
    size_t count = form->fields ? form->count : record->count;
    bool first = true;

    if (python && record->name)
        pyos_buf_text(buf, record->name);
    if (json || python)
        pyos_buf_char(buf, brackets[0]);
    for (size_t i = 0; i < count; i++) {
        const struct pyos_field *field = form->fields ? form->fields[i] : &record->fields[i];

        if (!form->fields && !tuple && !shows(form, field))
            continue;
        if (!first)
            pyos_buf_text(buf, json ? "," : python ? ", " : "\t");
        first = false;
        put_field(form, buf, record, field, data);
    }
    if (json || python)
        pyos_buf_char(buf, brackets[1]);
}

void pyos_form_record(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_record *record,
                      const void *data)
{
    pyos_form_begin(form, buf);
    pyos_form_fields(form, buf, record, data);
    pyos_form_end(form, buf);
}
