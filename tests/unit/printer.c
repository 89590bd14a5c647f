/* py/printer: lines and arrays of records, dropped ones, and failures between them. */
#include "test.h"

#include "pyos/py/printer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

struct point {
    int x;
};

static const struct pyos_field fields[] = {{PYOS_FIELD(struct point, x), .flags = PYOS_FIELD_ATTRIBUTE}};
static const struct pyos_record record = {NULL, fields, 1};

/* A printer to a file in memory, and a second descriptor of that. */
struct sheet {
    struct pyos_printer printer;
    int file;
};

static void open_sheet(struct sheet *sheet, bool array)
{
    int fd = memfd_create("sheet", MFD_CLOEXEC);

    *sheet = (struct sheet){.printer.form = {.kind = PYOS_FORM_JSON, .end = '\n', .array = array}, .file = dup(fd)};
    if (sheet->file < 0)
        exit(1);
    pyos_out_open(&sheet->printer.out, fd);
}

static int print(struct sheet *sheet, int x)
{
    return pyos_printer_record(&sheet->printer, &record, &(struct point){x});
}

/* Finishes the sheet and reads it. */
static void read_sheet(struct sheet *sheet, struct pyos_buf *buf)
{
    char text[1000];
    ssize_t n;

    pyos_printer_finish(&sheet->printer);
    pyos_out_close(&sheet->printer.out);
    n = pread(sheet->file, text, sizeof text, 0);
    pyos_buf_add(buf, text, n > 0 ? (size_t)n : 0);
    close(sheet->file);
}

static void whole(struct test *test, struct pyos_buf *buf)
{
    for (int array = 0; array < 2; array++) {
        struct sheet sheet;

        open_sheet(&sheet, array);
        expect(test, print(&sheet, 1) == 0 && print(&sheet, 2) == 0, "records are printed");
        read_sheet(&sheet, buf);
        expect_text(test, buf, array ? "[{\"x\":1},{\"x\":2}]\n" : "{\"x\":1}\n{\"x\":2}\n",
                    "one a line, or one array of them all");
        open_sheet(&sheet, array);
        read_sheet(&sheet, buf);
        expect_text(test, buf, array ? "[]\n" : "", "no record is no line, or an empty array");
    }
}

/* Several items may be appended before a commit, or none. */
static void batches(struct test *test, struct pyos_buf *buf)
{
    struct sheet sheet;
    struct pyos_printer *printer = &sheet.printer;

    open_sheet(&sheet, true);
    expect(test, pyos_printer_commit(printer) == 0, "an empty commit is one");
    for (int x = 0; x < 3; x++)
        pyos_form_record(&printer->form, pyos_printer_buf(printer), &record, &(struct point){x});
    pyos_printer_commit(printer);
    pyos_out_flush(&printer->out);
    pyos_printer_commit(printer);
    print(&sheet, 3);
    read_sheet(&sheet, buf);
    expect_text(test, buf, "[{\"x\":0},{\"x\":1},{\"x\":2},{\"x\":3}]\n", "an array takes items in batches");
}

static void dropped(struct test *test, struct pyos_buf *buf)
{
    struct sheet sheet;

    open_sheet(&sheet, true);
    pyos_form_record(&sheet.printer.form, pyos_printer_buf(&sheet.printer), &record, &(struct point){7});
    pyos_out_drop(&sheet.printer.out);
    print(&sheet, 1);
    pyos_form_record(&sheet.printer.form, pyos_printer_buf(&sheet.printer), &record, &(struct point){7});
    pyos_out_drop(&sheet.printer.out);
    print(&sheet, 2);
    read_sheet(&sheet, buf);
    expect_text(test, buf, "[{\"x\":1},{\"x\":2}]\n", "a dropped item leaves no comma behind");
}

static void no_memory(struct test *test, struct pyos_buf *buf)
{
    for (int before = 0; before < 2; before++) {
        struct sheet sheet;

        open_sheet(&sheet, true);
        for (int x = 0; x < before; x++)
            print(&sheet, x);
        pyos_buf_text(pyos_printer_buf(&sheet.printer), ",{\"x\":");
        sheet.printer.out.buf.failed = true; /* as it is where there is no memory for the rest */
        expect(test, pyos_printer_commit(&sheet.printer) == -1 && sheet.printer.out.errnum == ENOMEM,
               "an item without memory is a failure");
        read_sheet(&sheet, buf);
        expect_text(test, buf, before > 0 ? "[{\"x\":0}]\n" : "[]\n", "and the array is closed nevertheless");
    }
}

static void full_disk(struct test *test)
{
    struct sheet sheet = {.printer.form = {.kind = PYOS_FORM_JSON, .end = '\n', .array = true}};

    pyos_out_open(&sheet.printer.out, open("/dev/full", O_WRONLY | O_CLOEXEC));
    sheet.printer.out.terminal = true; /* writes each item at once */
    expect(test, print(&sheet, 1) == -1 && print(&sheet, 2) == -1, "a full disk fails each item");
    expect(test, pyos_printer_finish(&sheet.printer) == -1, "and the end");
    expect(test, pyos_out_close(&sheet.printer.out) == -1 && sheet.printer.out.errnum == ENOSPC, "with its errno");
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    whole(&test, &buf);
    batches(&test, &buf);
    dropped(&test, &buf);
    no_memory(&test, &buf);
    full_disk(&test);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
