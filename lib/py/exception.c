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
        [PYOS_KEYERROR] = "KeyError",
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

#define BOTH .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE
#define FIELD(member) PYOS_FIELD(struct exception, member), BOTH
#define NAMED(member, called, as) PYOS_FIELD_AS(struct exception, member, called, as), BOTH

/* The row of a file name depends on what it is: its group chooses. A report has rows of its own. */
enum {
    FILENAME_STR = 1,
    FILENAME_FD = 2,
    FILENAME_BYTES = 4,
    FILENAME2_STR = 8,
    FILENAME2_FD = 16,
    FILENAME2_BYTES = 32,
    REPORT = 64,
};

static const struct pyos_field fields[] = {
    {FIELD(type)},
    {NAMED(number, "errno", PYOS_TYPE_MAYBE)},
    {FIELD(name)},
    {FIELD(strerror)},
    {NAMED(filename.name, "filename", PYOS_TYPE_STR), .group = FILENAME_STR},
    {NAMED(filename.fd, "filename", PYOS_TYPE_I64), .group = FILENAME_FD},
    {NAMED(filename.name, "filename", PYOS_TYPE_BYTES), .group = FILENAME_BYTES},
    {NAMED(filename2.name, "filename2", PYOS_TYPE_STR), .group = FILENAME2_STR},
    {NAMED(filename2.fd, "filename2", PYOS_TYPE_I64), .group = FILENAME2_FD},
    {NAMED(filename2.name, "filename2", PYOS_TYPE_BYTES), .group = FILENAME2_BYTES},
    {FIELD(applet), .group = REPORT},
    {FIELD(message), .group = REPORT},
};

static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

static uint8_t group_of(const struct pyos_subject *subject)
{
    switch (subject->kind) {
    case PYOS_SUBJECT_FD: return FILENAME_FD;
    case PYOS_SUBJECT_BYTES: return FILENAME_BYTES;
    default: return FILENAME_STR;
    }
}

static uint8_t groups_of(const struct pyos_error *error)
{
    int second = group_of(&error->filename2) * (FILENAME2_STR / FILENAME_STR);

    return (uint8_t)(group_of(&error->filename) | second); /* below REPORT */
}

static struct pyos_str text_of(const struct pyos_buf *buf)
{
    return (struct pyos_str){buf->data ? buf->data : "", buf->size};
}

/* What is common to all who show one; words holds the text of its errno. */
static void fill(struct exception *exception, const struct pyos_error *error, struct pyos_buf *words)
{
    exception->type = pyos_exception_class(error);
    exception->filename = error->filename;
    exception->filename2 = error->filename2;
    if (error->type == PYOS_OSERROR) {
        exception->number = (struct pyos_maybe){true, error->errnum};
        exception->name = pyos_errno_name(error->errnum);
        pyos_errno_message(words, error->errnum);
        exception->strerror = text_of(words);
    }
}

static void put_record(struct pyos_buf *buf, const struct pyos_form *form, struct exception *exception,
                       const struct pyos_error *error)
{
    struct pyos_buf words = {0};

    fill(exception, error, &words);
    pyos_form_fields(form, buf, &record, exception);
    buf->failed |= words.failed;
    pyos_buf_free(&words);
}

void pyos_exception_json(struct pyos_buf *buf, const struct pyos_error *error, const char *applet,
                         const struct pyos_form *form)
{
    struct pyos_buf message = {0};
    struct exception exception = {.applet = applet};
    struct pyos_form object = {
        .kind = PYOS_FORM_JSON,
        .ints_as_strings = form->ints_as_strings,
        .surrogateescape = form->surrogateescape,
    };

    object.groups = groups_of(error) | REPORT;
    pyos_exception_message(&message, error);
    exception.message = text_of(&message);
    pyos_buf_text(buf, "{\"error\":");
    put_record(buf, &object, &exception, error);
    pyos_buf_char(buf, '}');
    buf->failed |= message.failed;
    pyos_buf_free(&message);
}

void pyos_exception_data(struct pyos_buf *buf, const struct pyos_error *error)
{
    struct exception exception = {0};
    struct pyos_form object = {.kind = PYOS_FORM_JSON, .surrogateescape = true};

    object.groups = groups_of(error);
    put_record(buf, &object, &exception, error);
}

int pyos_exception_key(struct pyos_error *error, struct pyos_str key)
{
    struct pyos_buf text = {0};

    pyos_repr_str(&text, key);
    pyos_buf_char(&text, '\0');
    if (text.failed)
        pyos_error_memory(error);
    else
        pyos_error_say(error, PYOS_KEYERROR, "%s", text.data);
    pyos_buf_free(&text);
    return -1;
}

struct report {
    struct pyos_nested error;
};

static const struct pyos_field report_fields[] = {{PYOS_FIELD(struct report, error), BOTH}};
static const struct pyos_record report_record = {NULL, report_fields, 1};

/* A copy of a text that is in a buffer, which is freed. 0, or -1: no memory. */
static int keep(struct pyos_buf *text, struct pyos_arena *arena, struct pyos_str *kept)
{
    struct pyos_str whole = text_of(text);

    *kept = (struct pyos_str){text->failed ? NULL : pyos_arena_copy(arena, whole.data, whole.size), whole.size};
    pyos_buf_free(text);
    return kept->data ? 0 : -1;
}

int pyos_exception_nested(struct pyos_error *error, const char *applet, struct pyos_arena *arena,
                          struct pyos_nested *nested)
{
    struct report *report = pyos_arena_get(arena, sizeof *report);
    struct exception *exception = pyos_arena_get(arena, sizeof *exception);
    struct pyos_buf words = {0};
    struct pyos_buf message = {0};

    if (!report || !exception)
        return pyos_error_memory(error);
    *exception = (struct exception){.applet = applet};
    fill(exception, error, &words);
    pyos_exception_message(&message, error);
    if (keep(&message, arena, &exception->message) != 0 ||
        (exception->strerror.data && keep(&words, arena, &exception->strerror) != 0))
        return pyos_error_memory(error);
    report->error = (struct pyos_nested){&record, exception, groups_of(error) | REPORT};
    *nested = (struct pyos_nested){.record = &report_record, .data = report};
    return 0;
}
