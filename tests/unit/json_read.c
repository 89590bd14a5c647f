/*
 * py/json_read: what trees become of texts. With the argument list, reads texts that each end with NUL
 * and prints what became of each, for the comparison with CPython's json.
 */
#include "test.h"

#include "pyos/py/json.h"
#include "pyos/py/json_read.h"

#include <stdlib.h>

/* The tree as JSON again, compact. */
static void put(struct pyos_buf *buf, const struct pyos_json *json)
{
    static const char *const open[] = {[PYOS_JSON_KIND_ARRAY] = "[", [PYOS_JSON_KIND_OBJECT] = "{"};
    static const char *const close[] = {[PYOS_JSON_KIND_ARRAY] = "]", [PYOS_JSON_KIND_OBJECT] = "}"};

    switch (json->kind) {
    case PYOS_JSON_KIND_NULL: pyos_buf_text(buf, "null"); return;
    case PYOS_JSON_KIND_BOOL: pyos_buf_text(buf, json->truth ? "true" : "false"); return;
    case PYOS_JSON_KIND_NUMBER: pyos_buf_str(buf, json->text); return;
    case PYOS_JSON_KIND_STRING: pyos_json_str(buf, json->text, true); return;
    default: break;
    }
    pyos_buf_text(buf, open[json->kind]);
    for (const struct pyos_json *item = json->first; item; item = item->next) {
        if (item != json->first)
            pyos_buf_char(buf, ',');
        if (json->kind == PYOS_JSON_KIND_OBJECT) {
            pyos_json_str(buf, item->key, true);
            pyos_buf_char(buf, ':');
        }
        put(buf, item);
    }
    pyos_buf_text(buf, close[json->kind]);
}

/* What becomes of a text that begins at the line: JSON, or the message. */
static void show(struct pyos_buf *buf, struct pyos_str text, size_t line)
{
    struct pyos_arena arena = {0};
    const struct pyos_json *json;
    struct pyos_error error;

    if (pyos_json_read(text, line, &arena, &json, &error) == 0)
        put(buf, json);
    else
        pyos_buf_text(buf, error.message);
    pyos_arena_free(&arena);
}

static void becomes(struct test *test, const char *text, const char *expected, const char *sentence)
{
    struct pyos_buf buf = {0};

    show(&buf, pyos_str(text), 1);
    expect_text(test, &buf, expected, sentence);
    pyos_buf_free(&buf);
}

static void strictness(struct test *test)
{
    becomes(test, "\"\\ud83d\\ude00\"", "\"\\ud83d\\ude00\"", "two surrogates are one character");
    becomes(test, "\"\\udc80\\udcff\"", "\"\\udc80\\udcff\"", "what surrogateescape stands for is a byte");
    becomes(test, "\"\\udcc3\\udca9\"", "\"\\u00e9\"", "and two of them may be a character");
    becomes(test, "\"\\ud800\"", "Lone surrogate: line 1 column 2 (char 1)", "a high one alone is none");
    becomes(test, "\"a\\udc7f\"", "Lone surrogate: line 1 column 3 (char 2)", "nor any other low one");
    becomes(test, "\"\\ud800\\u0041\"", "Lone surrogate: line 1 column 2 (char 1)", "nor one before a character");
    becomes(test, "[NaN]", "Expecting value: line 1 column 2 (char 1)", "NaN is no JSON");
    becomes(test, "-Infinity", "Expecting value: line 1 column 1 (char 0)", "nor is Infinity");
    becomes(test, "\"\xff\"", "Invalid UTF-8: line 1 column 2 (char 1)", "bytes are UTF-8");
    becomes(test, "\"\xc3\xa9\xed\xa0\x80\"", "Invalid UTF-8: line 1 column 3 (char 2)", "without surrogates");
    becomes(test, "\xef\xbb\xbf[]", "Expecting value: line 1 column 1 (char 0)", "and without a mark before them");
}

/* Arrays in arrays: as deep as may be, and deeper. */
static void depth(struct test *test)
{
    struct pyos_buf buf = {0};
    struct pyos_buf shown = {0};

    for (int i = 0; i < PYOS_JSON_DEPTH; i++)
        pyos_buf_char(&buf, '[');
    for (int i = 0; i < PYOS_JSON_DEPTH; i++)
        pyos_buf_char(&buf, ']');
    show(&shown, (struct pyos_str){buf.data, buf.size}, 1);
    expect(test, pyos_str_equal((struct pyos_str){shown.data, shown.size}, (struct pyos_str){buf.data, buf.size}),
           "arrays may lie so deep");
    shown.size = 0;
    buf.size = 0;
    for (int i = 0; i < 1000000; i++)
        pyos_buf_text(&buf, "{\"\":");
    show(&shown, (struct pyos_str){buf.data, buf.size}, 7);
    expect_text(test, &shown, "Nested too deeply: line 7 column 401 (char 400)", "and no deeper");
    pyos_buf_free(&buf);
    pyos_buf_free(&shown);
}

static void members(struct test *test)
{
    static const char text[] = "{\"a\": 1, \"b\": \"x\\u0000y\", \"a\": -2, \"big\": 9223372036854775808, \"f\": 1.0}";
    struct pyos_arena arena = {0};
    const struct pyos_json *json;
    struct pyos_error error;
    int64_t value = 0;

    if (pyos_json_read(pyos_str(text), 1, &arena, &json, &error) != 0)
        abort();
    expect(test, json->count == 5, "an object knows how many members it has");
    expect(test, pyos_json_int(pyos_json_member(json, "a"), &value) && value == -2, "of one name the last counts");
    expect(test, pyos_json_member(json, "b")->text.size == 3, "a string may hold NUL");
    expect(test, pyos_json_member(json, "b")->text.data[3] == '\0', "and ends with one");
    expect(test, !pyos_json_member(json, "c"), "a name that is not there is none");
    expect(test, !pyos_json_member(json->first, "a"), "a number has no members");
    expect(test, !pyos_json_int(pyos_json_member(json, "big"), &value), "a large integer is none of 64 bits");
    expect(test, !pyos_json_int(pyos_json_member(json, "f"), &value), "nor is a float");
    expect(test, !pyos_json_int(pyos_json_member(json, "b"), &value), "nor is a string");
    pyos_arena_free(&arena);
}

static void list(void)
{
    struct pyos_buf text = {0};
    struct pyos_buf shown = {0};
    int c;

    while ((c = getchar()) != EOF) {
        if (c != '\0') {
            pyos_buf_char(&text, (char)c); /* a byte */
            continue;
        }
        show(&shown, (struct pyos_str){text.data, text.size}, 1);
        pyos_buf_char(&shown, '\n');
        text.size = 0;
    }
    fwrite(shown.data, 1, shown.size, stdout);
    pyos_buf_free(&text);
    pyos_buf_free(&shown);
}

int main(int argc, char **argv)
{
    struct test test = {0};

    if (argc > 1 && strcmp(argv[1], "list") == 0) {
        list();
        return 0;
    }
    becomes(&test, " {\"a\" : [ 1 , true ,null,{} , [ ] ], \"b\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"} \r\n\t",
            "{\"a\":[1,true,null,{},[]],\"b\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u00e9\"}", "all kinds are read");
    strictness(&test);
    depth(&test);
    members(&test);
    return test.failures > 0;
}
