#include "pyos/py/exception.h"

#include "pyos/py/errno.h"
#include "pyos/py/repr.h"

const char *pyos_exception_class(const struct pyos_error *error)
{
    static const char *const classes[] = {
        [PYOS_TYPEERROR] = "TypeError",
        [PYOS_VALUEERROR] = "ValueError",
        [PYOS_OVERFLOWERROR] = "OverflowError",
        [PYOS_ATTRIBUTEERROR] = "AttributeError",
        [PYOS_NOTIMPLEMENTEDERROR] = "NotImplementedError",
        [PYOS_SYSTEMERROR] = "SystemError",
    };

    return error->type == PYOS_OSERROR ? pyos_errno_class(error->errnum) : classes[error->type];
}

static void put_subject(struct pyos_buf *buf, const char *before, const struct pyos_subject *subject)
{
    if (subject->kind == PYOS_SUBJECT_NONE)
        return;
    pyos_buf_text(buf, before);
    if (subject->kind == PYOS_SUBJECT_FD)
        pyos_buf_i64(buf, subject->fd);
    else if (subject->kind == PYOS_SUBJECT_BYTES)
        pyos_repr_bytes(buf, subject->name);
    else
        pyos_repr_str(buf, subject->name);
}

void pyos_exception_message(struct pyos_buf *buf, const struct pyos_error *error)
{
    if (error->type != PYOS_OSERROR) {
        pyos_buf_text(buf, error->message);
        return;
    }
    pyos_buf_text(buf, "[Errno ");
    pyos_buf_i64(buf, error->errnum);
    pyos_buf_text(buf, "] ");
    pyos_errno_message(buf, error->errnum);
    put_subject(buf, ": ", &error->filename);
    put_subject(buf, " -> ", &error->filename2);
    if (error->message[0] != '\0') {
        pyos_buf_text(buf, ": ");
        pyos_buf_text(buf, error->message);
    }
}

/* What the JSON says: a record like any other, so that its keys and twins follow the same rules. */
struct exception {
    const char *type;
    struct pyos_maybe number;
    const char *name;
    struct pyos_str strerror;
    struct pyos_subject filename;
    struct pyos_subject filename2;
    const char *applet;
    struct pyos_str message;
};

#define FIELD(member) PYOS_FIELD(struct exception, member), .flags = PYOS_FIELD_ATTRIBUTE
#define NAMED(member, called, as) PYOS_FIELD_AS(struct exception, member, called, as), .flags = PYOS_FIELD_ATTRIBUTE

/* The row of a file name depends on whether it is a descriptor: its group chooses. */
enum { FILENAME_STR = 1, FILENAME_FD = 2, FILENAME2_STR = 4, FILENAME2_FD = 8 };

static const struct pyos_field fields[] = {
    {FIELD(type)},
    {NAMED(number, "errno", PYOS_TYPE_MAYBE)},
    {FIELD(name)},
    {FIELD(strerror)},
    {NAMED(filename.name, "filename", PYOS_TYPE_STR), .group = FILENAME_STR},
    {NAMED(filename.fd, "filename", PYOS_TYPE_I64), .group = FILENAME_FD},
    {NAMED(filename2.name, "filename2", PYOS_TYPE_STR), .group = FILENAME2_STR},
    {NAMED(filename2.fd, "filename2", PYOS_TYPE_I64), .group = FILENAME2_FD},
    {FIELD(applet)},
    {FIELD(message)},
};

static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

static uint8_t group_of(const struct pyos_subject *subject, uint8_t str, uint8_t fd)
{
    return subject->kind == PYOS_SUBJECT_FD ? fd : str;
}

static struct pyos_str text_of(const struct pyos_buf *buf)
{
    return (struct pyos_str){buf->data ? buf->data : "", buf->size};
}

void pyos_exception_json(struct pyos_buf *buf, const struct pyos_error *error, const char *applet,
                         const struct pyos_form *form)
{
    struct pyos_buf message = {0};
    struct pyos_buf words = {0};
    struct exception exception = {
        .type = pyos_exception_class(error),
        .filename = error->filename,
        .filename2 = error->filename2,
        .applet = applet,
    };
    struct pyos_form object = {
        .kind = PYOS_FORM_JSON,
        .end = '}',
        .ints_as_strings = form->ints_as_strings,
        .surrogateescape = form->surrogateescape,
    };

    object.groups = group_of(&error->filename, FILENAME_STR, FILENAME_FD);
    object.groups |= group_of(&error->filename2, FILENAME2_STR, FILENAME2_FD);
    pyos_exception_message(&message, error);
    exception.message = text_of(&message);
    if (error->type == PYOS_OSERROR) {
        exception.number = (struct pyos_maybe){true, error->errnum};
        exception.name = pyos_errno_name(error->errnum);
        pyos_errno_message(&words, error->errnum);
        exception.strerror = text_of(&words);
    }
    pyos_buf_text(buf, "{\"error\":");
    pyos_form_record(&object, buf, &record, &exception);
    buf->failed |= message.failed || words.failed;
    pyos_buf_free(&message);
    pyos_buf_free(&words);
}
