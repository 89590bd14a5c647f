#include "pyos/cli/common.h"

#include <string.h>

static const char *const json_shapes[] = {"lines", "array", NULL};
static const char *const json_ints[] = {"number", "string", NULL};
static const char *const backends[] = {"native", "emulated", NULL};
static const char *const logs[] = {"compat", "compat:error", "compat:warning", "compat:info", "compat:debug", NULL};

#define PARAM(member) PYOS_PARAM(struct pyos_common, member)

const struct pyos_param pyos_common_params[] = {
    {PARAM(raw), .letter = 'r', .doc = "no quotes, bytes as they are, tabs in records"},
    {PARAM(null), .letter = '0', .doc = "as --raw, each item ended by NUL"},
    {PARAM(field), .letter = 'f', .metavar = "A,B", .doc = "these attributes, raw; with --json these keys"},
    {PARAM(json), .letter = 'J', .metavar = "lines|array", .choices = json_shapes, .flags = PYOS_PARAM_BARE,
     .doc = "JSON, a document a line; array: all in one"},
    {PARAM(json_ints), .metavar = "number|string", .choices = json_ints,
     .doc = "string: integers in quotes, which none rounds"},
    {PARAM(surrogateescape), .doc = "JSON: bytes that are not UTF-8 as Python's \\udcXX"},
    {PARAM(backend), .metavar = "native|emulated", .choices = backends,
     .doc = "emulated: what can be confined stays below --root"},
    {PARAM(root), .metavar = "DIR", .doc = "the directory that is / to the emulated backend"},
    {PARAM(log), .metavar = "compat[:error|warning|info|debug]", .choices = logs,
     .doc = "tell on stderr what that backend does [info]"},
    {PARAM(help), .letter = 'h', .doc = "this text"},
};
const size_t pyos_common_count = sizeof pyos_common_params / sizeof *pyos_common_params;

struct pyos_form pyos_common_form(const struct pyos_common *common, bool terminal)
{
    bool json = common->json.value != 0;
    bool raw = !json && (common->raw || common->null || common->field.count > 0);

    return (struct pyos_form){
        .kind = json ? PYOS_FORM_JSON : raw ? PYOS_FORM_RAW : PYOS_FORM_PYTHON,
        .end = raw && common->null ? '\0' : '\n',
        .array = common->json.value == PYOS_JSON_ARRAY,
        .ints_as_strings = common->json_ints.value == 2,
        .surrogateescape = common->surrogateescape,
        .escape_controls = terminal && raw && !common->null,
    };
}

enum pyos_watch_level pyos_common_level(const struct pyos_common *common)
{
    static const enum pyos_watch_level levels[] = {
        PYOS_WATCH_OFF, PYOS_WATCH_INFO, PYOS_WATCH_ERROR, PYOS_WATCH_WARNING, PYOS_WATCH_INFO, PYOS_WATCH_DEBUG,
    };

    return levels[common->log.value];
}

/* The part of a list up to its next comma; *list moves behind it, and to NULL after the last. */
static struct pyos_str next_name(const char **list)
{
    const char *begin = *list;
    const char *comma = strchr(begin, ',');

    *list = comma ? comma + 1 : NULL;
    return comma ? (struct pyos_str){begin, (size_t)(comma - begin)} : pyos_str(begin); /* comma >= begin */
}

static size_t count_names(struct pyos_words lists)
{
    size_t count = lists.count;

    for (size_t i = 0; i < lists.count; i++)
        for (const char *c = lists.items[i]; *c; c++)
            count += *c == ',';
    return count;
}

int pyos_common_choose(const struct pyos_common *common, const struct pyos_record *record, struct pyos_form *form,
                       struct pyos_arena *arena, struct pyos_error *error)
{
    const char *type = record->name ? record->name : "dict";

    if (common->field.count == 0)
        return 0;
    form->fields = pyos_arena_get(arena, count_names(common->field) * sizeof *form->fields);
    if (!form->fields)
        return pyos_error_memory(error);
    for (size_t i = 0; i < common->field.count; i++)
        for (const char *list = common->field.items[i]; list;) {
            struct pyos_str name = next_name(&list);
            const struct pyos_field *field = pyos_record_field(record, name);

            if (!field)
                return pyos_error_usage(error, PYOS_ATTRIBUTEERROR, "'%s' object has no attribute '%.*s'", type,
                                        (int)name.size, name.data); /* of a word: small */
            form->fields[form->count++] = field;
        }
    return 0;
}
