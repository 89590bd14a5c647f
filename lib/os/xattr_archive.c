#include "pyos/os/xattr_archive.h"

#include "pyos/os/backend.h"
#include "pyos/py/base64.h"
#include "pyos/py/getfattr.h"
#include "pyos/py/hex.h"

int pyos_xattr_archive_open(struct pyos_xattr_archive *archive, struct pyos_root *root, const char *name,
                            struct pyos_error *error)
{
    *archive = (struct pyos_xattr_archive){0};
    return pyos_os_open_stream(root, name, &archive->in, error);
}

void pyos_xattr_archive_close(struct pyos_xattr_archive *archive)
{
    pyos_in_close(&archive->in);
    pyos_arena_free(&archive->arena);
    pyos_buf_free(&archive->path);
    pyos_buf_free(&archive->name);
    pyos_buf_free(&archive->value);
}

static int fail(const struct pyos_xattr_archive *archive, struct pyos_error *error, const char *what, const char *which)
{
    return pyos_error_say(error, PYOS_VALUEERROR, "line %zu: %s%s", archive->line, what, which);
}

/* A ValueError of a decoder, with the number of the line in front. */
static int fail_decoding(const struct pyos_xattr_archive *archive, struct pyos_error *error)
{
    const struct pyos_error cause = *error;

    return cause.type == PYOS_VALUEERROR ? fail(archive, error, cause.message, "") : -1;
}

/* Checks that a text has no NUL but the one that ends it. */
static int check_text(const struct pyos_xattr_archive *archive, struct pyos_str text, struct pyos_error *error)
{
    return strlen(text.data) < text.size ? fail(archive, error, "embedded null byte", "") : 0;
}

/* ---- JSON */

static bool is_string(const struct pyos_json *json)
{
    return json && json->kind == PYOS_JSON_KIND_STRING;
}

/* A key, and the one beside it that holds the exact bytes. */
struct key {
    const char *name;
    const char *twin;
};

static const struct key path_key = {"path", "path_b64"};
static const struct key name_key = {"name", "name_b64"};
static const struct key value_key = {"value", "value_b64"};

static int decode(const struct pyos_xattr_archive *archive, struct pyos_buf *buf, struct pyos_str text, bool hex,
                  struct pyos_error *error)
{
    buf->size = 0;
    if ((hex ? pyos_hex_decode(buf, text, error) : pyos_base64_decode(buf, text, error)) != 0)
        return fail_decoding(archive, error);
    pyos_buf_char(buf, '\0');
    if (buf->failed)
        return pyos_error_memory(error);
    buf->size--;
    return 0;
}

/* A path or a name: its twin if it has one, else the string itself. */
static int take_text(const struct pyos_xattr_archive *archive, const struct pyos_json *object, const struct key *key,
                     struct pyos_buf *buf, struct pyos_str *text, struct pyos_error *error)
{
    const struct pyos_json *member = pyos_json_member(object, key->name);
    const struct pyos_json *twin = pyos_json_member(object, key->twin);

    if (is_string(twin)) {
        if (decode(archive, buf, twin->text, false, error) != 0)
            return -1;
        *text = (struct pyos_str){buf->data, buf->size};
    } else if (is_string(member)) {
        *text = member->text;
    } else {
        return fail(archive, error, "no string ", key->name);
    }
    return check_text(archive, *text, error);
}

/* {"base64": ...}; or a string, which is text unless encoding says otherwise. */
static int take_value(struct pyos_xattr_archive *archive, const struct pyos_json *object, struct pyos_str *value,
                      struct pyos_error *error)
{
    const struct pyos_json *member = pyos_json_member(object, value_key.name);
    const struct pyos_json *twin = pyos_json_member(object, value_key.twin);
    const struct pyos_json *encoded = member ? pyos_json_member(member, "base64") : NULL;
    const struct pyos_json *encoding = pyos_json_member(object, "encoding");
    struct pyos_str how = is_string(encoding) ? encoding->text : pyos_str("text");
    bool hex = pyos_str_equal(how, pyos_str("hex"));

    if (!is_string(encoded) && !is_string(member))
        return fail(archive, error, "no value", "");
    if (!is_string(encoded) && (hex || pyos_str_equal(how, pyos_str("base64"))))
        encoded = member;
    else if (!is_string(encoded) && !pyos_str_equal(how, pyos_str("text")))
        return fail(archive, error, "no such encoding: ", how.data);
    else if (!is_string(encoded))
        encoded = is_string(twin) ? twin : NULL;
    *value = member->text;
    if (!encoded)
        return 0;
    if (decode(archive, &archive->value, encoded->text, hex && encoded == member, error) != 0)
        return -1;
    *value = (struct pyos_str){archive->value.data, archive->value.size};
    return 0;
}

static int take_json(struct pyos_xattr_archive *archive, struct pyos_xattr_entry *entry, struct pyos_error *error)
{
    const struct pyos_json *object = archive->next;
    const struct pyos_json *fd = pyos_json_member(object, "fd");
    const struct pyos_json *follow = pyos_json_member(object, "follow_symlinks");

    archive->next = object->next;
    if (object->kind != PYOS_JSON_KIND_OBJECT)
        return fail(archive, error, "no JSON object", "");
    entry->follow_symlinks = !follow || follow->kind != PYOS_JSON_KIND_BOOL || follow->truth;
    if (!fd && take_text(archive, object, &path_key, &archive->path, &entry->path, error) != 0)
        return -1;
    if (take_text(archive, object, &name_key, &archive->name, &entry->name, error) != 0 ||
        take_value(archive, object, &entry->value.bytes, error) != 0)
        return -1;
    return 1;
}

/* Reads a line: one object, or an array of them. */
static int read_json(struct pyos_xattr_archive *archive, struct pyos_str line, struct pyos_error *error)
{
    const struct pyos_json *json;

    pyos_arena_reset(&archive->arena);
    if (pyos_json_read(line, archive->line, &archive->arena, &json, error) != 0)
        return -1;
    archive->next = json->kind == PYOS_JSON_KIND_ARRAY ? json->first : json;
    return 0;
}

/* ---- getfattr's lines */

/* A line that is no attribute: the path of a file, a comment, or the empty line behind a file. */
static void take_mark(struct pyos_xattr_archive *archive, struct pyos_str line)
{
    size_t size = archive->path.size;

    archive->in_file = archive->in_file && line.size > 0;
    archive->path.size = 0;
    if (pyos_getfattr_take_file(line, &archive->path)) {
        archive->in_file = true;
        pyos_buf_char(&archive->path, '\0');
    } else {
        archive->path.size = size;
    }
}

/* 1 and an attribute, or 0 where the line is none. */
static int take_getfattr(struct pyos_xattr_archive *archive, struct pyos_str line, struct pyos_xattr_entry *entry,
                         struct pyos_error *error)
{
    if (line.size == 0 || line.data[0] == '#') {
        take_mark(archive, line);
        return 0;
    }
    if (!archive->in_file)
        return fail(archive, error, "no '# file: ' line before an attribute", "");
    archive->name.size = 0;
    archive->value.size = 0;
    if (pyos_getfattr_take(line, &archive->name, &archive->value, error) != 0)
        return fail_decoding(archive, error);
    pyos_buf_char(&archive->name, '\0');
    pyos_buf_char(&archive->value, '\0');
    if (archive->path.failed || archive->name.failed || archive->value.failed)
        return pyos_error_memory(error);
    entry->path = (struct pyos_str){archive->path.data, archive->path.size - 1};
    entry->name = (struct pyos_str){archive->name.data, archive->name.size - 1};
    entry->value.bytes = (struct pyos_str){archive->value.data, archive->value.size - 1};
    if (check_text(archive, entry->path, error) != 0 || check_text(archive, entry->name, error) != 0)
        return -1;
    return 1;
}

/* ---- both */

static bool is_blank(struct pyos_str line, char *first)
{
    for (size_t i = 0; i < line.size; i++)
        if (!memchr(" \t\r", line.data[i], 3)) {
            *first = line.data[i];
            return false;
        }
    return true;
}

/* 1 and an attribute, 0 where the line gives none, or none yet. */
static int take_line(struct pyos_xattr_archive *archive, struct pyos_str line, struct pyos_xattr_entry *entry,
                     struct pyos_error *error)
{
    char first = '\0';
    bool blank = is_blank(line, &first);

    if (archive->format == PYOS_XATTR_UNKNOWN && !blank)
        archive->format = first == '{' || first == '[' ? PYOS_XATTR_JSON : PYOS_XATTR_GETFATTR;
    if (archive->format == PYOS_XATTR_GETFATTR)
        return take_getfattr(archive, line, entry, error);
    return blank ? 0 : read_json(archive, line, error);
}

int pyos_xattr_archive_next(struct pyos_xattr_archive *archive, struct pyos_xattr_entry *entry,
                            struct pyos_error *error)
{
    int result = 0;

    *entry = (struct pyos_xattr_entry){.follow_symlinks = true};
    while (result == 0 && !archive->ended) {
        struct pyos_str line;

        if (archive->next)
            return take_json(archive, entry, error);
        result = pyos_in_next(&archive->in, '\n', &line, error);
        archive->ended = result <= 0;
        if (result <= 0)
            return result;
        archive->line++;
        result = take_line(archive, line, entry, error);
    }
    return result;
}
