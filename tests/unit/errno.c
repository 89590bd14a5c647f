/* py/errno: names, classes and messages. `errno list` prints them all, for tests/parity/lists.py. */
#include "test.h"

#include "pyos/py/errno.h"

#include <limits.h>

static void list(struct pyos_buf *buf)
{
    for (int errnum = -1; errnum <= 200; errnum++) {
        const char *name = pyos_errno_name(errnum);

        pyos_buf_i64(buf, errnum);
        pyos_buf_char(buf, ' ');
        pyos_buf_text(buf, name ? name : "-");
        pyos_buf_char(buf, ' ');
        pyos_buf_text(buf, pyos_errno_class(errnum));
        pyos_buf_char(buf, ' ');
        pyos_errno_message(buf, errnum);
        pyos_buf_char(buf, '\n');
    }
    fwrite(buf->data, 1, buf->size, stdout);
}

static void table(struct test *test, struct pyos_buf *buf)
{
    static const struct { int errnum; const char *name, *class, *message; } cases[] = {
        {2, "ENOENT", "FileNotFoundError", "No such file or directory"},
        {4, "EINTR", "InterruptedError", "Interrupted system call"},
        {11, "EAGAIN", "BlockingIOError", "Resource temporarily unavailable"},
        {13, "EACCES", "PermissionError", "Permission denied"},
        {35, "EDEADLOCK", "OSError", "Resource deadlock avoided"},
        {95, "ENOTSUP", "OSError", "Operation not supported"},
        {110, "ETIMEDOUT", "TimeoutError", "Connection timed out"},
        {133, NULL, "OSError", "Memory page has hardware error"},
        {0, NULL, "OSError", "Success"},
        {41, NULL, "OSError", "Unknown error 41"},
        {-1, NULL, "OSError", "Unknown error -1"},
        {INT_MAX, NULL, "OSError", "Unknown error 2147483647"},
        {INT_MIN, NULL, "OSError", "Unknown error -2147483648"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *name = pyos_errno_name(cases[i].errnum);

        pyos_errno_message(buf, cases[i].errnum);
        expect_text(test, buf, cases[i].message, "an errno is worded as glibc words it");
        expect_of(test, cases[i].name ? name && strcmp(name, cases[i].name) == 0 : !name,
                  "and named as Python names it", cases[i].message);
        expect_of(test, strcmp(pyos_errno_class(cases[i].errnum), cases[i].class) == 0, "and has Python's class",
                  cases[i].message);
    }
}

int main(int argc, char **argv)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    if (argc > 1 && strcmp(argv[1], "list") == 0)
        list(&buf);
    else
        table(&test, &buf);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
