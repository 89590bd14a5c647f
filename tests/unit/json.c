/* py/json: strings as the contract has them; recorded from CPython's json.dumps, which is ASCII as well. */
#include "test.h"

#include "pyos/py/json.h"

static void table(struct test *test, struct pyos_buf *buf)
{
    static const struct { const char *text; size_t size; const char *lossy, *escaped; bool exact; } cases[] = {
        {"", 0, "\"\"", "\"\"", true},
        {"plain text of some length", 25, "\"plain text of some length\"", "\"plain text of some length\"", true},
        {"say \"x\"", 7, "\"say \\\"x\\\"\"", "\"say \\\"x\\\"\"", true},
        {"back\\slash", 10, "\"back\\\\slash\"", "\"back\\\\slash\"", true},
        {"tab\011nl\012cr\015", 10, "\"tab\\tnl\\ncr\\r\"", "\"tab\\tnl\\ncr\\r\"", true},
        {"\000\001\037\177", 4, "\"\\u0000\\u0001\\u001f\\u007f\"", "\"\\u0000\\u0001\\u001f\\u007f\"", true},
        {"\013\014\010\007\033", 5, "\"\\u000b\\f\\b\\u0007\\u001b\"", "\"\\u000b\\f\\b\\u0007\\u001b\"", true},
        {"caf\303\251", 5, "\"caf\\u00e9\"", "\"caf\\u00e9\"", true},
        {"\342\200\250", 3, "\"\\u2028\"", "\"\\u2028\"", true},
        {"\357\277\275", 3, "\"\\ufffd\"", "\"\\ufffd\"", true},
        {"\360\237\230\200", 4, "\"\\ud83d\\ude00\"", "\"\\ud83d\\ude00\"", true},
        {"\364\217\277\277", 4, "\"\\udbff\\udfff\"", "\"\\udbff\\udfff\"", true},
        {"\377", 1, "\"\\ufffd\"", "\"\\udcff\"", false},
        {"\342\202", 2, "\"\\ufffd\"", "\"\\udce2\\udc82\"", false},
        {"a\377b\376", 4, "\"a\\ufffdb\\ufffd\"", "\"a\\udcffb\\udcfe\"", false},
        {"\355\240\200", 3, "\"\\ufffd\\ufffd\\ufffd\"", "\"\\udced\\udca0\\udc80\"", false},
        {"12345678\"", 9, "\"12345678\\\"\"", "\"12345678\\\"\"", true},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct pyos_str text = {cases[i].text, cases[i].size};

        expect(test, pyos_json_str(buf, text, false) == cases[i].exact, "lost bytes are told");
        expect_text(test, buf, cases[i].lossy, "a string is ASCII, U+FFFD where it is not UTF-8");
        expect(test, pyos_json_str(buf, text, true), "surrogateescape loses nothing");
        expect_text(test, buf, cases[i].escaped, "and says each byte as Python does");
    }
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    table(&test, &buf);
    pyos_json_base64(&buf, (struct pyos_str){"\0\377", 2});
    expect_text(&test, &buf, "\"AP8=\"", "base64 stands in a string");
    pyos_buf_free(&buf);
    return test.failures > 0;
}
