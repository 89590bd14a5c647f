#include "pyos/os/walk_tuple.h"

#include "pyos/py/json.h"
#include "pyos/py/repr.h"

/* Where a field of the record is found: not in a struct. */
enum column { DIRPATH, DIRNAMES, FILENAMES };

#define SHOWN .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {.name = "dirpath", .offset = DIRPATH, SHOWN},
    {.name = "dirnames", .offset = DIRNAMES, SHOWN},
    {.name = "filenames", .offset = FILENAMES, SHOWN},
};

const struct pyos_record pyos_walk_tuple_record = {"tuple", fields, sizeof fields / sizeof *fields};

/* One of the two lists at work. */
struct list {
    const struct pyos_walk_directory *directory;
    bool directories; /* dirnames, not filenames */
    size_t at;
};

static bool next_name(struct list *list, struct pyos_str *name)
{
    const struct pyos_walk_directory *directory = list->directory;

    while (list->at < directory->count) {
        const struct pyos_entry *entry = &directory->entries[list->at++];

        *name = (struct pyos_str){entry->name, entry->length};
        if (entry->directory == list->directories)
            return true;
    }
    return false;
}

/* ['a', 'b']; in raw text too, where a tab or newline would be ambiguous. */
static void put_repr(struct pyos_buf *text, struct list list)
{
    const char *before = "";
    struct pyos_str name;

    pyos_buf_char(text, '[');
    while (next_name(&list, &name)) {
        pyos_buf_text(text, before);
        pyos_repr_str(text, name);
        before = ", ";
    }
    pyos_buf_char(text, ']');
}

/* ["a","b"]; false when bytes were lost. */
static bool put_json(struct pyos_buf *text, struct list list, bool surrogateescape)
{
    const char *before = "";
    bool exact = true;
    struct pyos_str name;

    pyos_buf_char(text, '[');
    while (next_name(&list, &name)) {
        pyos_buf_text(text, before);
        exact &= pyos_json_str(text, name, surrogateescape);
        before = ",";
    }
    pyos_buf_char(text, ']');
    return exact;
}

/* Beside a list that lost bytes: base64 for those names, null for the others. */
static void put_base64(struct pyos_buf *text, struct list list)
{
    const char *before = "";
    struct pyos_str name;

    pyos_buf_char(text, '[');
    while (next_name(&list, &name)) {
        size_t begin;
        bool exact;

        pyos_buf_text(text, before);
        begin = text->size;
        exact = pyos_json_str(text, name, false);
        text->size = begin; /* only the answer was wanted */
        if (exact)
            pyos_buf_text(text, "null");
        else
            pyos_json_base64(text, name);
        before = ",";
    }
    pyos_buf_char(text, ']');
}

static void put_key(struct pyos_buf *text, const char *name, const char *suffix)
{
    pyos_buf_char(text, '"');
    pyos_buf_text(text, name);
    pyos_buf_text(text, suffix);
    pyos_buf_text(text, "\":");
}

static void put_json_column(const struct pyos_form *form, struct pyos_buf *text,
                            const struct pyos_walk_directory *directory, const struct pyos_field *field)
{
    struct list list = {directory, field->offset == DIRNAMES, 0};
    bool path = field->offset == DIRPATH;

    put_key(text, field->name, "");
    if (path ? pyos_json_str(text, directory->path, form->surrogateescape)
             : put_json(text, list, form->surrogateescape))
        return;
    pyos_buf_char(text, ',');
    put_key(text, field->name, "_b64");
    if (path)
        pyos_json_base64(text, directory->path);
    else
        put_base64(text, list);
}

static void put_column(const struct pyos_form *form, struct pyos_buf *text,
                       const struct pyos_walk_directory *directory, const struct pyos_field *field)
{
    if (form->kind == PYOS_FORM_JSON)
        put_json_column(form, text, directory, field);
    else if (field->offset == DIRPATH)
        pyos_form_str(form, text, directory->path);
    else
        put_repr(text, (struct list){directory, field->offset == DIRNAMES, 0});
}

void pyos_walk_tuple(const struct pyos_form *form, struct pyos_buf *text, const struct pyos_walk_directory *directory)
{
    static const struct { const char *open, *between, *close; } marks[] = {
        [PYOS_FORM_PYTHON] = {"(", ", ", ")"},
        [PYOS_FORM_RAW] = {"", "\t", ""},
        [PYOS_FORM_JSON] = {"{", ",", "}"},
    };
    size_t count = form->fields ? form->count : pyos_walk_tuple_record.count;

    pyos_form_begin(form, text);
    pyos_buf_text(text, marks[form->kind].open);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            pyos_buf_text(text, marks[form->kind].between);
        put_column(form, text, directory, form->fields ? form->fields[i] : &fields[i]);
    }
    pyos_buf_text(text, marks[form->kind].close);
    pyos_form_end(form, text);
}
