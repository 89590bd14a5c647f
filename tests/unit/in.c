/* base/in: items of any length, from files and pipes, past signals and short reads. */
#include "test.h"

#include "pyos/base/in.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* The names are the linker's: see wrap in the Makefile. */
ssize_t __real_read(int fd, void *data, size_t size);
ssize_t __wrap_read(int fd, void *data, size_t size);

/* What the next calls of read do; then they are the kernel's. */
static const int *refusals; /* errnos, 0 behind the last */
static size_t most;         /* bytes that one call gives, or 0 for any */
static int starter = -1;    /* a descriptor that is closed when there was nothing to read yet */

ssize_t __wrap_read(int fd, void *data, size_t size)
{
    ssize_t n;

    if (refusals && *refusals != 0) {
        errno = *refusals++;
        return -1;
    }
    n = __real_read(fd, data, most > 0 && most < size ? most : size);
    if (n < 0 && errno == EAGAIN && starter >= 0) {
        close(starter);
        starter = -1;
        errno = EAGAIN;
    }
    return n;
}

/* A stream over a file in memory that holds just these bytes. */
static void open_text(struct pyos_in *in, const char *text, size_t size)
{
    int fd = memfd_create("in", MFD_CLOEXEC);

    if (fd < 0 || write(fd, text, size) != (ssize_t)size || lseek(fd, 0, SEEK_SET) != 0) /* a small size */
        exit(1);
    *in = (struct pyos_in){.fd = fd, .name = pyos_str("text")};
}

/* Reads all items, and shows them with a bar behind each. */
static void show_all(struct test *test, struct pyos_in *in, char end, struct pyos_buf *buf)
{
    struct pyos_str item;
    struct pyos_error error;
    int result;

    while ((result = pyos_in_next(in, end, &item, &error)) > 0) {
        expect(test, item.data[item.size] == '\0', "a NUL stands behind an item");
        pyos_buf_str(buf, item);
        pyos_buf_char(buf, '|');
    }
    expect(test, result == 0, "the end of the input is no failure");
    expect(test, pyos_in_next(in, end, &item, &error) == 0, "and stays the end");
    pyos_in_close(in);
}

static void items(struct test *test, struct pyos_buf *buf)
{
    static const struct { const char *text; size_t size; char end; const char *items; } cases[] = {
        {"", 0, '\0', ""},
        {"a", 1, '\0', "a|"},
        {"a", 2, '\0', "a|"},
        {"a\0b", 3, '\0', "a|b|"},
        {"a\0b", 4, '\0', "a|b|"},
        {"", 1, '\0', "|"},
        {"\0\0a\0", 5, '\0', "||a||"},
        {"a\nb\n", 4, '\n', "a|b|"},
        {"a\n\nb", 4, '\n', "a||b|"},
        {"a\n", 2, '\0', "a\n|"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (most = 0; most < 3; most++) {
            struct pyos_in in;

            open_text(&in, cases[i].text, cases[i].size);
            show_all(test, &in, cases[i].end, buf);
            expect_text(test, buf, cases[i].items, "items are what stands between the ends, however they arrive");
        }
    most = 0;
}

/* Items around the size of a block, and far beyond it; each is its own length of one letter. */
static void long_items(struct test *test)
{
    static const size_t sizes[] = {65535, 1, 65536, 65537, 0, 131072, 1000000, 2, 65536, 3};
    const size_t count = sizeof sizes / sizeof *sizes;
    struct pyos_buf text = {0};
    struct pyos_in in;
    struct pyos_str item;
    struct pyos_error error;
    bool all = true;

    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < sizes[i]; j++)
            pyos_buf_char(&text, (char)('a' + i)); /* a letter */
        pyos_buf_char(&text, '\0');
    }
    open_text(&in, text.data, text.size);
    for (size_t i = 0; i < count; i++) {
        all = all && pyos_in_next(&in, '\0', &item, &error) == 1 && item.size == sizes[i];
        for (size_t j = 0; all && j < item.size; j++)
            all = item.data[j] == (char)('a' + i);
    }
    expect(test, all, "items of any length are whole");
    expect(test, in.buf.capacity < 3000000, "and memory grows with the longest alone");
    pyos_in_close(&in);
    pyos_buf_free(&text);
}

static void interruptions(struct test *test, struct pyos_buf *buf)
{
    static const int signals[] = {EINTR, EINTR, 0};
    static const int failures[] = {EINTR, EIO, 0};
    struct pyos_in in;
    struct pyos_str item;
    struct pyos_error error;

    open_text(&in, "a", 1);
    refusals = signals;
    show_all(test, &in, '\0', buf);
    expect_text(test, buf, "a|", "a signal does not end the input");
    open_text(&in, "a", 1);
    refusals = failures;
    expect(test, pyos_in_next(&in, '\0', &item, &error) == -1, "a failure to read is one");
    expect(test, error.errnum == EIO && pyos_str_equal(error.filename.name, pyos_str("text")),
           "and names the file");
    pyos_in_close(&in);
    refusals = NULL;
}

/* The other end of a pipe that does not block speaks only after this end has found it empty. */
static void waiting(struct test *test, struct pyos_buf *buf)
{
    int from[2];
    int go[2];
    pid_t child;

    if (pipe2(from, O_CLOEXEC | O_NONBLOCK) != 0 || pipe2(go, O_CLOEXEC) != 0)
        exit(1);
    child = fork();
    if (child == 0) {
        char byte;

        close(go[1]);
        _exit(read(go[0], &byte, 1) == 0 && write(from[1], "late", 4) == 4 ? 0 : 1);
    }
    close(from[1]);
    close(go[0]);
    starter = go[1];
    show_all(test, &(struct pyos_in){.fd = from[0]}, '\0', buf);
    expect_text(test, buf, "late|", "input that does not block is waited for");
    waitpid(child, NULL, 0);
}

static void opening(struct test *test, struct pyos_buf *buf)
{
    struct pyos_in in;
    struct pyos_str item;
    struct pyos_error error;
    int pipes[2];

    expect(test, pyos_in_open(&in, "no/such/file", &error) == -1 && error.errnum == ENOENT &&
                     pyos_str_equal(error.filename.name, pyos_str("no/such/file")),
           "a missing file is an error that names it");
    expect(test, pyos_in_open(&in, "/", &error) == 0 && pyos_in_next(&in, '\0', &item, &error) == -1 &&
                     error.errnum == EISDIR && pyos_str_equal(error.filename.name, pyos_str("/")),
           "so is a directory, once it is read");
    expect(test, fcntl(in.fd, F_GETFD) == FD_CLOEXEC, "what is opened is closed on exec");
    pyos_in_close(&in);
    if (pipe(pipes) != 0 || dup2(pipes[0], STDIN_FILENO) != STDIN_FILENO || write(pipes[1], "x\0y", 3) != 3)
        exit(1);
    close(pipes[0]);
    close(pipes[1]);
    expect(test, pyos_in_open(&in, "-", &error) == 0 && in.fd == STDIN_FILENO, "a dash is standard input");
    show_all(test, &in, '\0', buf);
    expect_text(test, buf, "x|y|", "which is read like any other");
    expect(test, fcntl(STDIN_FILENO, F_GETFD) != -1, "and stays open");
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    items(&test, &buf);
    long_items(&test);
    interruptions(&test, &buf);
    waiting(&test, &buf);
    opening(&test, &buf);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
