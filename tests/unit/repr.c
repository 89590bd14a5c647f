/* py/repr: quotes, escapes and what is not UTF-8; recorded from CPython 3.13. */
#include "test.h"

#include "pyos/py/repr.h"

static void table(struct test *test, struct pyos_buf *buf)
{
    static const struct { const char *text; size_t size; const char *str, *bytes; } cases[] = {
        {"", 0, "''", "b''"},
        {"a", 1, "'a'", "b'a'"},
        {"it's", 4, "\"it's\"", "b\"it's\""},
        {"say \"x\"", 7, "'say \"x\"'", "b'say \"x\"'"},
        {"both ' and \"", 12, "'both \\' and \"'", "b'both \\' and \"'"},
        {"back\\slash", 10, "'back\\\\slash'", "b'back\\\\slash'"},
        {"\\'\"", 3, "'\\\\\\'\"'", "b'\\\\\\'\"'"},
        {"tab\011nl\012cr\015", 10, "'tab\\tnl\\ncr\\r'", "b'tab\\tnl\\ncr\\r'"},
        {"\000\001\037\177", 4, "'\\x00\\x01\\x1f\\x7f'", "b'\\x00\\x01\\x1f\\x7f'"},
        {"\013\014\010\007\033", 5, "'\\x0b\\x0c\\x08\\x07\\x1b'", "b'\\x0b\\x0c\\x08\\x07\\x1b'"},
        {"plain text of some length", 25, "'plain text of some length'", "b'plain text of some length'"},
        {"caf\303\251", 5, "'caf\303\251'", "b'caf\\xc3\\xa9'"},
        {"\302\240", 2, "'\\xa0'", "b'\\xc2\\xa0'"},
        {"\302\255", 2, "'\\xad'", "b'\\xc2\\xad'"},
        {"\342\200\250", 3, "'\\u2028'", "b'\\xe2\\x80\\xa8'"},
        {"\357\273\277", 3, "'\\ufeff'", "b'\\xef\\xbb\\xbf'"},
        {"\360\237\230\200", 4, "'\360\237\230\200'", "b'\\xf0\\x9f\\x98\\x80'"},
        {"\363\240\200\201", 4, "'\\U000e0001'", "b'\\xf3\\xa0\\x80\\x81'"},
        {"\364\217\277\277", 4, "'\\U0010ffff'", "b'\\xf4\\x8f\\xbf\\xbf'"},
        {"\377", 1, "'\\udcff'", "b'\\xff'"},
        {"\342\202", 2, "'\\udce2\\udc82'", "b'\\xe2\\x82'"},
        {"a\377b\376", 4, "'a\\udcffb\\udcfe'", "b'a\\xffb\\xfe'"},
        {"\355\240\200", 3, "'\\udced\\udca0\\udc80'", "b'\\xed\\xa0\\x80'"},
        {"'\377'", 3, "\"'\\udcff'\"", "b\"'\\xff'\""},
        {"\303\251\303\251'", 5, "\"\303\251\303\251'\"", "b\"\\xc3\\xa9\\xc3\\xa9'\""},
        {"12345678\012", 9, "'12345678\\n'", "b'12345678\\n'"},
        {"1234567\17712345678\177", 17, "'1234567\\x7f12345678\\x7f'", "b'1234567\\x7f12345678\\x7f'"},
        {"\"12345678'", 10, "'\"12345678\\''", "b'\"12345678\\''"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pyos_repr_str(buf, (struct pyos_str){cases[i].text, cases[i].size});
        expect_text(test, buf, cases[i].str, "a string is spelled as repr spells it");
        pyos_repr_bytes(buf, (struct pyos_str){cases[i].text, cases[i].size});
        expect_text(test, buf, cases[i].bytes, "and so are bytes");
    }
    pyos_repr_str(buf, (struct pyos_str){0});
    pyos_repr_bytes(buf, (struct pyos_str){0});
    expect_text(test, buf, "''b''", "no data is empty");
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    table(&test, &buf);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
