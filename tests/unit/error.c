/* base/error: what each constructor fills in, and a message that is cut. */
#include "test.h"

#include "pyos/base/error.h"

#include <errno.h>

/* Whatever stood there before. */
static const struct pyos_error used = {
    .type = PYOS_SYSTEMERROR,
    .errnum = 99,
    .usage = true,
    .filename = {.kind = PYOS_SUBJECT_FD, .fd = 9},
    .filename2 = {.kind = PYOS_SUBJECT_FD, .fd = 9},
    .message = "old",
};

static void os_errors(struct test *test)
{
    struct pyos_error error = used;

    expect(test, pyos_error_os(&error, ENOENT) == -1, "a constructor returns -1");
    expect(test, error.type == PYOS_OSERROR && error.errnum == ENOENT && !error.usage, "an OSError has its errno");
    expect(test, error.filename.kind == PYOS_SUBJECT_NONE && error.filename2.kind == PYOS_SUBJECT_NONE,
           "and no file name of its own");
    error = used;
    expect(test, pyos_error_path(&error, EACCES, pyos_str("a")) == -1 && error.errnum == EACCES &&
                     error.filename.kind == PYOS_SUBJECT_NAME && pyos_str_equal(error.filename.name, pyos_str("a")) &&
                     error.filename2.kind == PYOS_SUBJECT_NONE,
           "the error of a path names it alone");
    error = used;
    expect(test, pyos_error_fd(&error, EBADF, INT64_MIN) == -1 && error.errnum == EBADF &&
                     error.filename.kind == PYOS_SUBJECT_FD && error.filename.fd == INT64_MIN,
           "the error of a descriptor has its number");
    error = used;
    expect(test, pyos_error_memory(&error) == -1 && error.type == PYOS_OSERROR && error.errnum == ENOMEM,
           "no memory is an OSError");
}

static void messages(struct test *test)
{
    struct pyos_error error = used;

    expect(test, pyos_error_say(&error, PYOS_VALUEERROR, "%d of %s", 1, "2") == -1 &&
                     error.type == PYOS_VALUEERROR && !error.usage && strcmp(error.message, "1 of 2") == 0,
           "a message is formatted");
    expect(test, pyos_error_usage(&error, PYOS_TYPEERROR, "f() takes %zu", (size_t)3) == -1 &&
                     error.type == PYOS_TYPEERROR && error.usage && strcmp(error.message, "f() takes 3") == 0,
           "and a usage error says that it is one");
}

static void long_messages(struct test *test)
{
    enum { SIZE = PYOS_ERROR_MESSAGE };
    struct pyos_error error;
    char text[2 * SIZE + 1] = {0};

    memset(text, 'x', SIZE - 1);
    pyos_error_say(&error, PYOS_VALUEERROR, "%s", text);
    expect(test, strcmp(error.message, text) == 0, "a message that just fits is whole");
    text[SIZE - 1] = 'x';
    pyos_error_say(&error, PYOS_VALUEERROR, "%s", text);
    expect(test, strlen(error.message) == SIZE - 1 && strcmp(error.message + SIZE - 5, "x...") == 0,
           "one that is cut ends with three dots");
    for (size_t shift = 0; shift < 4; shift++) {
        size_t at;

        memset(text, 'x', 4);
        for (at = shift; at + 4 < sizeof text; at += 4)
            memcpy(text + at, "\U0001F600", 4);
        text[at] = '\0';
        pyos_error_say(&error, PYOS_VALUEERROR, "%s", text);
        at = strlen(error.message) - 3;
        expect(test, strcmp(error.message + at, "...") == 0 && (at - shift) % 4 == 0 && at + 3 >= SIZE - 4,
               "and is cut behind a whole character, as late as can be");
    }
}

int main(void)
{
    struct test test = {0};

    os_errors(&test);
    messages(&test);
    long_messages(&test);
    return test.failures > 0;
}
