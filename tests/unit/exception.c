/* py/exception: an error in Python's words, and as JSON. */
#include "test.h"

#include "pyos/py/exception.h"

#include <errno.h>

/* One of each kind, by what was asked. */
static const struct { struct pyos_error error; const char *class, *message, *json; } cases[] = {
    {{.type = PYOS_OSERROR, .errnum = ENOENT, .filename = {.kind = PYOS_SUBJECT_NAME, .name = {"it's", 4}}},
     "FileNotFoundError", "[Errno 2] No such file or directory: \"it's\"",
     "{\"error\":{\"type\":\"FileNotFoundError\",\"errno\":2,\"name\":\"ENOENT\","
     "\"strerror\":\"No such file or directory\",\"filename\":\"it's\",\"filename2\":null,\"applet\":\"stat\","
     "\"message\":\"[Errno 2] No such file or directory: \\\"it's\\\"\"}}"},
    {{.type = PYOS_OSERROR, .errnum = EXDEV, .filename = {.kind = PYOS_SUBJECT_NAME, .name = {"a", 1}},
      .filename2 = {.kind = PYOS_SUBJECT_NAME, .name = {"\xFF", 1}}},
     "OSError", "[Errno 18] Invalid cross-device link: 'a' -> '\\udcff'",
     "{\"error\":{\"type\":\"OSError\",\"errno\":18,\"name\":\"EXDEV\",\"strerror\":\"Invalid cross-device link\","
     "\"filename\":\"a\",\"filename2\":\"\\ufffd\",\"filename2_b64\":\"/w==\",\"applet\":\"stat\","
     "\"message\":\"[Errno 18] Invalid cross-device link: 'a' -> '\\\\udcff'\"}}"},
    {{.type = PYOS_OSERROR, .errnum = EBADF, .filename = {.kind = PYOS_SUBJECT_FD, .fd = -7}},
     "OSError", "[Errno 9] Bad file descriptor: -7",
     "{\"error\":{\"type\":\"OSError\",\"errno\":9,\"name\":\"EBADF\",\"strerror\":\"Bad file descriptor\","
     "\"filename\":-7,\"filename2\":null,\"applet\":\"stat\",\"message\":\"[Errno 9] Bad file descriptor: -7\"}}"},
    {{.type = PYOS_OSERROR, .errnum = 1000},
     "OSError", "[Errno 1000] Unknown error 1000",
     "{\"error\":{\"type\":\"OSError\",\"errno\":1000,\"name\":null,\"strerror\":\"Unknown error 1000\","
     "\"filename\":null,\"filename2\":null,\"applet\":\"stat\",\"message\":\"[Errno 1000] Unknown error 1000\"}}"},
    {{.type = PYOS_VALUEERROR, .message = "not \"so\""},
     "ValueError", "not \"so\"",
     "{\"error\":{\"type\":\"ValueError\",\"errno\":null,\"name\":null,\"strerror\":null,"
     "\"filename\":null,\"filename2\":null,\"applet\":\"stat\",\"message\":\"not \\\"so\\\"\"}}"},
};

static void table(struct test *test, struct pyos_buf *buf)
{
    static const struct pyos_form form = {.kind = PYOS_FORM_JSON};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        expect_of(test, strcmp(pyos_exception_class(&cases[i].error), cases[i].class) == 0, "it has Python's class",
                  cases[i].class);
        pyos_exception_message(buf, &cases[i].error);
        expect_text(test, buf, cases[i].message, "an exception has Python's words");
        pyos_exception_json(buf, &cases[i].error, "stat", &form);
        expect_text(test, buf, cases[i].json, "and all its parts in JSON");
    }
}

/* An error is spelled as the output is, whatever its own form; before a name is known there is no applet. */
static void spellings(struct test *test, struct pyos_buf *buf)
{
    const struct pyos_error error = {
        .type = PYOS_OSERROR, .errnum = 1, .filename = {.kind = PYOS_SUBJECT_NAME, .name = {"\xFF", 1}},
    };
    const struct pyos_form form = {.array = true, .end = '\n', .ints_as_strings = true, .surrogateescape = true};

    pyos_exception_json(buf, &error, NULL, &form);
    expect_text(test, buf,
                "{\"error\":{\"type\":\"PermissionError\",\"errno\":\"1\",\"name\":\"EPERM\","
                "\"strerror\":\"Operation not permitted\",\"filename\":\"\\udcff\",\"filename2\":null,"
                "\"applet\":null,\"message\":\"[Errno 1] Operation not permitted: '\\\\udcff'\"}}",
                "the integers and names of an error are spelled as those of the output");
}

static void classes(struct test *test)
{
    static const struct { enum pyos_exception type; const char *class; } all[] = {
        {PYOS_TYPEERROR, "TypeError"}, {PYOS_VALUEERROR, "ValueError"}, {PYOS_OVERFLOWERROR, "OverflowError"},
        {PYOS_ATTRIBUTEERROR, "AttributeError"}, {PYOS_NOTIMPLEMENTEDERROR, "NotImplementedError"},
        {PYOS_SYSTEMERROR, "SystemError"},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        const struct pyos_error error = {.type = all[i].type};

        expect_of(test, strcmp(pyos_exception_class(&error), all[i].class) == 0, "a class is named", all[i].class);
    }
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    table(&test, &buf);
    classes(&test);
    spellings(&test, &buf);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
