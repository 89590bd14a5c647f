/* py/getfattr: the lines that getfattr writes, and back. */
#include "test.h"

#include "pyos/py/getfattr.h"

static void writes(struct test *test, struct pyos_str value, enum pyos_xattr_encoding encoding, const char *line)
{
    struct pyos_buf buf = {0};

    pyos_getfattr_put(&buf, pyos_str("user.a"), value, encoding);
    expect_text(test, &buf, line, "an attribute has its line");
    pyos_buf_free(&buf);
}

static void reads(struct test *test, const char *line, const char *name, struct pyos_str value)
{
    struct pyos_buf read_name = {0};
    struct pyos_buf read_value = {0};
    struct pyos_error error = {0};
    bool well = pyos_getfattr_take(pyos_str(line), &read_name, &read_value, &error) == 0 &&
                pyos_str_equal((struct pyos_str){read_value.data, read_value.size}, value);

    if (!well)
        fprintf(stderr, "%s: %.*s %s\n", line, (int)read_value.size, read_value.data ? read_value.data : "",
                error.message);
    expect(test, well, "a line has its value");
    expect_text(test, &read_name, name, "and its name");
    pyos_buf_free(&read_name);
    pyos_buf_free(&read_value);
}

static void refuses(struct test *test, const char *line)
{
    struct pyos_buf name = {0};
    struct pyos_buf value = {0};
    struct pyos_error error = {0};

    expect(test, pyos_getfattr_take(pyos_str(line), &name, &value, &error) != 0 && error.type == PYOS_VALUEERROR,
           "what is not what it says is refused");
    pyos_buf_free(&name);
    pyos_buf_free(&value);
}

static void files(struct test *test)
{
    struct pyos_buf buf = {0};

    pyos_getfattr_put_file(&buf, pyos_str("a b\\c\nd\re\"\xff="));
    expect_text(test, &buf, "# file: a b\\134c\\012d\\015e\"\xff=\n", "a path has its line");
    expect(test, pyos_getfattr_take_file(pyos_str("# file: a b\\134c\\012d\\015e\"\xff="), &buf), "which is known");
    expect_text(test, &buf, "a b\\c\nd\re\"\xff=", "and read");
    expect(test, !pyos_getfattr_take_file(pyos_str("# comment"), &buf), "a comment is no file");
    expect(test, !pyos_getfattr_take_file(pyos_str(""), &buf), "nor is nothing");
    pyos_buf_free(&buf);
}

int main(void)
{
    struct test test = {0};

    writes(&test, pyos_str("hello"), PYOS_XATTR_AUTO, "user.a=\"hello\"\n");
    writes(&test, (struct pyos_str){"", 0}, PYOS_XATTR_AUTO, "user.a=\"\"\n");
    writes(&test, (struct pyos_str){"seven..\1", 8}, PYOS_XATTR_AUTO, "user.a=\"seven..\1\"\n");
    writes(&test, (struct pyos_str){"six...\1", 7}, PYOS_XATTR_AUTO, "user.a=0sc2l4Li4uAQ==\n");
    writes(&test, (struct pyos_str){"hello\0", 6}, PYOS_XATTR_AUTO, "user.a=\"hello\\000\"\n");
    writes(&test, (struct pyos_str){"\"\\\n\r\0\t\xff", 7}, PYOS_XATTR_TEXT,
           "user.a=\"\\\"\\\\\\012\\015\\000\t\xff\"\n");
    writes(&test, (struct pyos_str){"\0\xff", 2}, PYOS_XATTR_HEX, "user.a=0x00ff\n");
    writes(&test, (struct pyos_str){"", 0}, PYOS_XATTR_HEX, "user.a=0x\n");
    writes(&test, (struct pyos_str){"\0\xff", 2}, PYOS_XATTR_BASE64, "user.a=0sAP8=\n");
    reads(&test, "user.a=\"\\\"\\\\\\012\\015\\000\t\xff\"", "user.a", (struct pyos_str){"\"\\\n\r\0\t\xff", 7});
    reads(&test, "user.a=0x00Ff", "user.a", (struct pyos_str){"\0\xff", 2});
    reads(&test, "user.a=0X", "user.a", pyos_str(""));
    reads(&test, "user.a=0sAP8=", "user.a", (struct pyos_str){"\0\xff", 2});
    reads(&test, "user.a=0S", "user.a", pyos_str(""));
    reads(&test, "user.a", "user.a", pyos_str(""));
    reads(&test, "user.a=", "user.a", pyos_str(""));
    reads(&test, "user.a=0", "user.a", pyos_str("0"));
    reads(&test, "user.a=plain \"text\" a\\qb\\", "user.a", pyos_str("plain \"text\" a\\qb\\"));
    reads(&test, "user.a=\"", "user.a", pyos_str("\""));
    reads(&test, "user.a=\\1\\18\\377", "user.a", (struct pyos_str){"\1\0018\xff", 4});
    reads(&test, "user.x\\075y\\134z\\9=\"b=c\"", "user.x=y\\z\\9", pyos_str("b=c"));
    refuses(&test, "user.a=0x0");
    refuses(&test, "user.a=0xzz");
    refuses(&test, "user.a=0sAP8");
    refuses(&test, "user.a=\"\\400\"");
    files(&test);
    return test.failures > 0;
}
