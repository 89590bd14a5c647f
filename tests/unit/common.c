/* cli/common: the form that the options ask for, and the fields of --field. */
#include "test.h"

#include "pyos/cli/common.h"

struct point {
    int x, y;
    int secret;
};

static const struct pyos_field fields[] = {
    {PYOS_FIELD(struct point, x), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE},
    {PYOS_FIELD(struct point, y), .flags = PYOS_FIELD_ATTRIBUTE},
    {PYOS_FIELD(struct point, secret), .flags = PYOS_FIELD_ITEM},
};
static const struct pyos_record record = {"point", fields, 3};
static const struct pyos_record dict = {NULL, fields, 3};

static const char *lists[] = {"x", "y,x"};

static void forms(struct test *test)
{
    static const struct { struct pyos_common common; bool terminal; struct pyos_form form; } cases[] = {
        {{0}, true, {.kind = PYOS_FORM_PYTHON, .end = '\n'}},
        {{.raw = true}, false, {.kind = PYOS_FORM_RAW, .end = '\n'}},
        {{.raw = true}, true, {.kind = PYOS_FORM_RAW, .end = '\n', .escape_controls = true}},
        {{.null = true}, true, {.kind = PYOS_FORM_RAW, .end = '\0'}},
        {{.field = {lists, 1}}, false, {.kind = PYOS_FORM_RAW, .end = '\n'}},
        {{.field = {lists, 1}, .null = true}, false, {.kind = PYOS_FORM_RAW, .end = '\0'}},
        {{.json = {PYOS_JSON_LINES}}, true, {.kind = PYOS_FORM_JSON, .end = '\n'}},
        {{.json = {PYOS_JSON_ARRAY}, .raw = true}, false, {.kind = PYOS_FORM_JSON, .end = '\n', .array = true}},
        {{.json = {PYOS_JSON_LINES}, .null = true, .field = {lists, 1}}, false, {.kind = PYOS_FORM_JSON, .end = '\n'}},
        {{.json = {PYOS_JSON_LINES}, .json_ints = {2}, .surrogateescape = true}, false,
         {.kind = PYOS_FORM_JSON, .end = '\n', .ints_as_strings = true, .surrogateescape = true}},
        {{.json = {PYOS_JSON_LINES}, .json_ints = {1}}, false, {.kind = PYOS_FORM_JSON, .end = '\n'}},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct pyos_form form = pyos_common_form(&cases[i].common, cases[i].terminal);
        const struct pyos_form *wanted = &cases[i].form;

        expect(test, form.kind == wanted->kind && form.end == wanted->end && form.array == wanted->array &&
                         form.ints_as_strings == wanted->ints_as_strings &&
                         form.surrogateescape == wanted->surrogateescape &&
                         form.escape_controls == wanted->escape_controls && !form.fields,
               "options ask for a form");
    }
}

/* --log is read as a row of choices. */
static void levels(struct test *test)
{
    static const struct { const char *word; enum pyos_watch_level level; } cases[] = {
        {"compat", PYOS_WATCH_INFO}, {"compat:error", PYOS_WATCH_ERROR}, {"compat:warning", PYOS_WATCH_WARNING},
        {"compat:info", PYOS_WATCH_INFO}, {"compat:debug", PYOS_WATCH_DEBUG},
    };
    struct pyos_common common = {0};
    const char *const *words = NULL;

    for (size_t i = 0; i < pyos_common_count; i++)
        if (strcmp(pyos_common_params[i].name, "log") == 0)
            words = pyos_common_params[i].choices;
    expect(test, pyos_common_level(&common) == PYOS_WATCH_OFF, "without --log nothing is told");
    for (size_t i = 0; words && i < sizeof cases / sizeof *cases; i++) {
        common.log.value = (int)i + 1; /* small */
        expect_of(test, words[i] && strcmp(words[i], cases[i].word) == 0 &&
                            pyos_common_level(&common) == cases[i].level,
                  "a word of --log has its level", cases[i].word);
    }
    expect(test, words && !words[sizeof cases / sizeof *cases], "there are no other words of --log");
}

static void choosing(struct test *test)
{
    const struct pyos_common none = {0};
    const struct pyos_common both = {.field = {lists, 2}};
    struct pyos_arena arena = {0};
    struct pyos_form form = {0};
    struct pyos_error error;

    expect(test, pyos_common_choose(&none, &record, &form, &arena, &error) == 0 && !form.fields,
           "no --field chooses nothing");
    expect(test, pyos_common_choose(&both, &record, &form, &arena, &error) == 0 && form.count == 3 &&
                     form.fields[0] == &fields[0] && form.fields[1] == &fields[1] && form.fields[2] == &fields[0],
           "each name of each list chooses a field, in their order");
    pyos_arena_free(&arena);
}

static void refusals(struct test *test)
{
    static const struct { const char *list; const struct pyos_record *record; const char *message; } cases[] = {
        {"z", &record, "'point' object has no attribute 'z'"},
        {"x,", &record, "'point' object has no attribute ''"},
        {"", &dict, "'dict' object has no attribute ''"},
        {"x,secret", &dict, "'dict' object has no attribute 'secret'"},
        {"x y", &dict, "'dict' object has no attribute 'x y'"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *list = cases[i].list;
        const struct pyos_common common = {.field = {&list, 1}};
        struct pyos_arena arena = {0};
        struct pyos_form form = {0};
        struct pyos_error error;

        expect_of(test, pyos_common_choose(&common, cases[i].record, &form, &arena, &error) == -1 && error.usage &&
                            error.type == PYOS_ATTRIBUTEERROR && strcmp(error.message, cases[i].message) == 0,
                  "what is no attribute is refused in Python's words", list);
        pyos_arena_free(&arena);
    }
}

int main(void)
{
    struct test test = {0};

    forms(&test);
    levels(&test);
    choosing(&test);
    refusals(&test);
    return test.failures > 0;
}
