#include "pyos/py/mapping.h"

#include "pyos/py/constant.h"
#include "pyos/py/json.h"
#include "pyos/py/record.h"
#include "pyos/py/repr.h"

static void put_separator(const struct pyos_form *form, struct pyos_buf *buf, size_t index)
{
    if (index > 0)
        pyos_buf_text(buf, form->kind == PYOS_FORM_JSON ? "," : ", ");
}

static void put_number(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_constant *constant)
{
    bool raw = form->kind == PYOS_FORM_RAW;

    if (raw)
        pyos_form_begin(form, buf);
    if (raw)
        pyos_buf_text(buf, constant->name);
    else
        pyos_form_str(form, buf, pyos_str(constant->name));
    pyos_buf_text(buf, raw ? "=" : form->kind == PYOS_FORM_JSON ? ":" : ": ");
    pyos_form_int(form, buf, constant->value);
    if (raw)
        pyos_form_end(form, buf);
}

void pyos_mapping_named(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_named *named)
{
    bool raw = form->kind == PYOS_FORM_RAW;

    if (!raw)
        pyos_buf_char(buf, '{');
    for (size_t i = 0; i < named->count; i++) {
        if (!raw)
            put_separator(form, buf, i);
        put_number(form, buf, &named->items[i]);
    }
    if (!raw)
        pyos_buf_char(buf, '}');
}

#define FIELD(member) \
    PYOS_FIELD(struct pyos_variable, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {{FIELD(name)}, {FIELD(value)}};
static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

/* 'name': 'value', or "name":"value" */
static void put_pair(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_variable *variable)
{
    if (form->kind == PYOS_FORM_JSON)
        pyos_json_str(buf, variable->name, form->surrogateescape); /* a key: with U+FFFD where it is not UTF-8 */
    else
        pyos_form_str(form, buf, variable->name);
    pyos_buf_text(buf, form->kind == PYOS_FORM_JSON ? ":" : ": ");
    if (form->kind == PYOS_FORM_JSON && !form->bytes)
        pyos_json_str(buf, variable->value, form->surrogateescape);
    else
        pyos_form_str(form, buf, variable->value);
}

void pyos_mapping_environment(const struct pyos_form *form, struct pyos_buf *buf,
                              const struct pyos_environment *environment)
{
    bool json = form->kind == PYOS_FORM_JSON;

    pyos_buf_text(buf, json ? "{" : "environ({");
    for (size_t i = 0; i < environment->count; i++) {
        put_separator(form, buf, i);
        put_pair(form, buf, &environment->items[i]);
    }
    pyos_buf_text(buf, json ? "}" : "})");
}

void pyos_mapping_items(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_environment *environment)
{
    for (size_t i = 0; i < environment->count; i++) {
        const struct pyos_variable *variable = &environment->items[i];

        if (form->kind == PYOS_FORM_JSON) {
            pyos_form_record(form, buf, &record, variable);
            continue;
        }
        pyos_form_begin(form, buf);
        pyos_form_str(form, buf, variable->name);
        pyos_buf_char(buf, '=');
        pyos_form_str(form, buf, variable->value);
        pyos_form_end(form, buf);
    }
}
