/*
 * os/wait: what the bits of a status say. `wait list` prints it of every status that a kernel makes, and of some that
 * none does, for tests/parity/lists.py.
 */
#include "test.h"

#include "pyos/os/wait.h"
#include "pyos/py/exception.h"

#include <limits.h>

/* Of the statuses beyond 16 bits. */
static const int odd[] = {INT_MIN, -0x10000, -0xFF81, -256, -129, -128, -2, -1, 0x10000, 0x1007F, 0x1FFFF, INT_MAX};

static void show(struct pyos_buf *buf, int status)
{
    const struct pyos_wait wait = pyos_wait_decode(status);
    const int parts[] = {status, wait.exited, wait.signaled, wait.stopped, wait.continued, wait.coredump,
                         wait.exitstatus, wait.termsig, wait.stopsig};
    struct pyos_error error;
    int exitcode;

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        pyos_buf_i64(buf, parts[i]);
        pyos_buf_char(buf, ' ');
    }
    if (pyos_os_waitstatus_to_exitcode(status, &exitcode, &error) == 0)
        pyos_buf_i64(buf, exitcode);
    else
        pyos_exception_message(buf, &error);
    pyos_buf_char(buf, '\n');
}

static void list(struct pyos_buf *buf)
{
    for (int status = 0; status <= 0xFFFF; status++)
        show(buf, status);
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        show(buf, odd[i]);
    fwrite(buf->data, 1, buf->size, stdout);
}

static void table(struct test *test, struct pyos_buf *buf)
{
    static const struct { int status; const char *parts; } cases[] = {
        {0, "0 1 0 0 0 0 0 0 0 0\n"},
        {0x0300, "768 1 0 0 0 0 3 0 3 3\n"},
        {9, "9 0 1 0 0 0 0 9 0 -9\n"},
        {0x8B, "139 0 1 0 0 1 0 11 0 -11\n"},
        {0x137F, "4991 0 0 1 0 0 19 127 19 process stopped by delivery of signal 19\n"},
        {0xFFFF, "65535 0 0 0 1 1 255 127 255 invalid wait status: 65535\n"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        show(buf, cases[i].status);
        expect_text(test, buf, cases[i].parts, "a status says what Python says of it");
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
