#include "pyos/py/printer.h"

int pyos_printer_commit(struct pyos_printer *printer)
{
    struct pyos_out *out = &printer->out;

    if (printer->form.array && !printer->opened && !out->buf.failed && out->buf.size > out->complete) {
        out->buf.data[out->complete] = '['; /* in place of the comma that led the first item */
        printer->opened = true;
    }
    return pyos_out_commit(out);
}

int pyos_printer_record(struct pyos_printer *printer, const struct pyos_record *record, const void *data)
{
    pyos_form_record(&printer->form, pyos_printer_buf(printer), record, data);
    return pyos_printer_commit(printer);
}

int pyos_printer_value(struct pyos_printer *printer, enum pyos_type type, const void *value)
{
    struct pyos_buf *buf = pyos_printer_buf(printer);

    pyos_form_begin(&printer->form, buf);
    pyos_form_value(&printer->form, buf, type, value);
    pyos_form_end(&printer->form, buf);
    return pyos_printer_commit(printer);
}

int pyos_printer_strs(struct pyos_printer *printer, const struct pyos_str *strs, size_t count)
{
    struct pyos_buf *buf = pyos_printer_buf(printer);

    pyos_form_begin(&printer->form, buf);
    pyos_form_strs(&printer->form, buf, strs, count);
    pyos_form_end(&printer->form, buf);
    return pyos_printer_commit(printer);
}

int pyos_printer_finish(struct pyos_printer *printer)
{
    if (!printer->form.array)
        return 0;
    pyos_buf_text(pyos_printer_buf(printer), printer->opened ? "]\n" : "[]\n");
    printer->form.array = false; /* it is closed */
    return pyos_out_commit(&printer->out);
}
