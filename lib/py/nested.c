#include "pyos/py/nested.h"

static void put_none(const struct pyos_form *form, struct pyos_buf *buf)
{
    pyos_form_value(form, buf, PYOS_TYPE_NONE, NULL);
}

void pyos_nested_put(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_nested *nested)
{
    struct pyos_form inner = *form;

    if (!nested->data) {
        put_none(form, buf);
        return;
    }
    inner.kind = form->kind == PYOS_FORM_RAW ? PYOS_FORM_PYTHON : form->kind;
    inner.groups = nested->groups;
    inner.fields = NULL;
    pyos_form_fields(&inner, buf, nested->record, nested->data);
}

void pyos_nested_put_list(const struct pyos_form *form, struct pyos_buf *buf, const struct pyos_records *records)
{
    const char *data = records->data;

    if (!records->known) {
        put_none(form, buf);
        return;
    }
    pyos_buf_char(buf, '[');
    for (size_t i = 0; i < records->count; i++) {
        if (i > 0)
            pyos_buf_text(buf, form->kind == PYOS_FORM_JSON ? "," : ", ");
        pyos_nested_put(form, buf, &(struct pyos_nested){records->record, data + i * records->size, 0});
    }
    pyos_buf_char(buf, ']');
}
