/* py/json_read: any text is a ValueError or a tree, and a tree written as JSON reads back as the same one. */
#include "fuzz.h"

#include "pyos/py/json.h"
#include "pyos/py/json_read.h"

static void put_items(struct pyos_buf *buf, const struct pyos_json *json);

static void put(struct pyos_buf *buf, const struct pyos_json *json)
{
    switch (json->kind) {
    case PYOS_JSON_KIND_NULL: pyos_buf_text(buf, "null"); break;
    case PYOS_JSON_KIND_BOOL: pyos_buf_text(buf, json->truth ? "true" : "false"); break;
    case PYOS_JSON_KIND_NUMBER: pyos_buf_str(buf, json->text); break;
    case PYOS_JSON_KIND_STRING:
        must(json->text.data[json->text.size] == '\0', "a NUL ends every string");
        pyos_json_str(buf, json->text, true);
        break;
    default: put_items(buf, json);
    }
}

static void put_items(struct pyos_buf *buf, const struct pyos_json *json)
{
    bool object = json->kind == PYOS_JSON_KIND_OBJECT;
    size_t count = 0;

    pyos_buf_char(buf, object ? '{' : '[');
    for (const struct pyos_json *item = json->first; item; item = item->next) {
        pyos_buf_text(buf, count++ > 0 ? "," : "");
        if (object) {
            pyos_json_str(buf, item->key, true);
            pyos_buf_char(buf, ':');
        }
        put(buf, item);
    }
    pyos_buf_char(buf, object ? '}' : ']');
    must(count == json->count, "items are counted");
}

/* Whether a text is JSON, which is then appended to buf. */
static bool rewrite(struct pyos_buf *buf, struct pyos_str text)
{
    struct pyos_arena arena = {0};
    struct pyos_error error = {0};
    const struct pyos_json *json;
    bool valid = pyos_json_read(text, 1, &arena, &json, &error) == 0;

    if (valid)
        put(buf, json);
    else
        must(error.type == PYOS_VALUEERROR && strstr(error.message, ": line "), "an error says where it is");
    pyos_arena_free(&arena);
    return valid;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pyos_buf once = {0};
    struct pyos_buf twice = {0};

    if (rewrite(&once, fuzz_text(data, size))) {
        must(rewrite(&twice, (struct pyos_str){once.data, once.size}), "what was written is JSON");
        must(pyos_str_equal((struct pyos_str){once.data, once.size}, (struct pyos_str){twice.data, twice.size}),
             "and the same");
    }
    pyos_buf_free(&once);
    pyos_buf_free(&twice);
    return 0;
}
