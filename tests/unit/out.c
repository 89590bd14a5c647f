/* base/out: whole records in large blocks, past whatever write(2) does, and one failure at most. */
#include "test.h"

#include "pyos/base/out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };

/* The names are the linker's: see wrap in the Makefile. */
ssize_t __real_write(int fd, const void *data, size_t size);
ssize_t __wrap_write(int fd, const void *data, size_t size);

/* What the next calls of write do; then they are the kernel's. */
static const int *answers; /* an errno, or minus the bytes that it takes; 0 behind the last */
static int calls;

ssize_t __wrap_write(int fd, const void *data, size_t size)
{
    int answer = answers && *answers != 0 ? *answers++ : 0;

    calls++;
    if (answer > 0) {
        errno = answer;
        return -1;
    }
    return __real_write(fd, data, answer < 0 && (size_t)-answer < size ? (size_t)-answer : size); /* -answer > 0 */
}

static int new_file(void)
{
    int fd = memfd_create("out", MFD_CLOEXEC);

    if (fd < 0)
        exit(1);
    return fd;
}

/* Reads what a file in memory holds into buf. */
static void load(int fd, struct pyos_buf *buf)
{
    char block[4096];
    ssize_t n;

    lseek(fd, 0, SEEK_SET);
    while ((n = read(fd, block, sizeof block)) > 0)
        pyos_buf_add(buf, block, (size_t)n); /* n > 0 */
}

static off_t written(int fd)
{
    return lseek(fd, 0, SEEK_END);
}

static void records(struct test *test, struct pyos_buf *buf)
{
    int fd = new_file();
    int kept = dup(fd);
    struct pyos_out out;

    pyos_out_open(&out, fd);
    expect(test, !out.terminal, "a file is no terminal");
    pyos_buf_text(&out.buf, "one\n");
    expect(test, pyos_out_commit(&out) == 0 && written(fd) == 0, "a record waits for a block of them");
    pyos_buf_text(&out.buf, "dropped");
    pyos_out_drop(&out);
    pyos_buf_text(&out.buf, "two\n");
    pyos_out_commit(&out);
    pyos_buf_text(&out.buf, "half");
    expect(test, pyos_out_flush(&out) == 0 && written(fd) == 8, "a flush writes the whole records, and those alone");
    pyos_buf_text(&out.buf, " and half\n");
    pyos_out_commit(&out);
    pyos_buf_text(&out.buf, "incomplete");
    expect(test, pyos_out_close(&out) == 0, "closing succeeds");
    expect(test, fcntl(fd, F_GETFD) == -1, "and closes the descriptor");
    load(kept, buf);
    expect_text(test, buf, "one\ntwo\nhalf and half\n", "all whole records arrive, nothing else");
    close(kept);
}

static void blocks(struct test *test)
{
    int fd = new_file();
    struct pyos_out out;
    char line[100];

    memset(line, 'x', sizeof line);
    pyos_out_open(&out, fd);
    calls = 0;
    for (int i = 0; i < 10000; i++) {
        pyos_buf_add(&out.buf, line, sizeof line);
        pyos_out_commit(&out);
    }
    pyos_out_flush(&out);
    expect(test, written(fd) == 1000000 && calls == 1000000 / BLOCK + 1, "records are written in large blocks");
    out.terminal = true;
    pyos_buf_char(&out.buf, '\n');
    pyos_out_commit(&out);
    expect(test, written(fd) == 1000001, "to a terminal each at once");
    pyos_out_close(&out);
}

static void short_writes(struct test *test, struct pyos_buf *buf)
{
    static const int script[] = {-1, EINTR, -2, EAGAIN, EAGAIN, -1, EINTR, 0};
    int fd = new_file();

    answers = script;
    expect(test, pyos_out_write(fd, "0123456789", 10) == 0 && *answers == 0, "short writes and signals are passed");
    answers = NULL;
    load(fd, buf);
    expect_text(test, buf, "0123456789", "and every byte is written once");
    expect(test, pyos_out_write(fd, NULL, 0) == 0, "nothing is written without a word");
    close(fd);
}

/* Writes more than a pipe holds to one that does not block, while a child reads it slowly. */
static void full_pipe(struct test *test)
{
    enum { SIZE = 1000000 };
    static char data[SIZE];
    int pipes[2];
    int status;
    pid_t child;

    if (pipe2(pipes, O_CLOEXEC) != 0 || fcntl(pipes[1], F_SETFL, O_NONBLOCK) != 0)
        exit(1);
    memset(data, 'x', SIZE);
    child = fork();
    if (child == 0) {
        char block[1000];
        ssize_t n;
        size_t sum = 0;

        close(pipes[1]);
        while ((n = read(pipes[0], block, sizeof block)) > 0)
            sum += (size_t)n; /* n > 0 */
        _exit(sum == SIZE ? 0 : 1);
    }
    close(pipes[0]);
    calls = 0;
    expect(test, pyos_out_write(pipes[1], data, SIZE) == 0 && calls > 1, "a full pipe is waited for");
    close(pipes[1]);
    expect(test, waitpid(child, &status, 0) == child && status == 0, "and takes every byte");
}

static void failures(struct test *test)
{
    static const int script[] = {-3, EIO, 0};
    int fd = new_file();
    struct pyos_out out;

    pyos_out_open(&out, fd);
    pyos_buf_text(&out.buf, "record\n");
    pyos_out_commit(&out);
    pyos_buf_text(&out.buf, "incomplete");
    answers = script;
    expect(test, pyos_out_flush(&out) == -1 && out.errnum == EIO, "a failed write is the output's failure");
    answers = NULL;
    calls = 0;
    pyos_out_commit(&out);
    pyos_buf_text(&out.buf, "more\n");
    expect(test, pyos_out_commit(&out) == -1 && pyos_out_flush(&out) == -1, "it fails from then on");
    expect(test, out.buf.size == 0, "and keeps nothing");
    expect(test, pyos_out_close(&out) == -1 && out.errnum == EIO && calls == 0, "but writes no more");
}

static void full_disk(struct test *test)
{
    struct pyos_out out;
    int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);

    pyos_out_open(&out, fd);
    pyos_buf_text(&out.buf, "x\n");
    expect(test, pyos_out_commit(&out) == 0, "a full disk is not seen before it is written to");
    expect(test, pyos_out_close(&out) == -1 && out.errnum == ENOSPC, "and at the latest when it is closed");
    pyos_out_open(&out, open("/dev/full", O_WRONLY | O_CLOEXEC));
    pyos_buf_text(&out.buf, "incomplete");
    expect(test, pyos_out_close(&out) == 0, "what is never written does not fail");
    close(out.fd);
    pyos_out_open(&out, -1);
    expect(test, pyos_out_close(&out) == 0, "not even where there is no output");
    pyos_out_open(&out, -1);
    pyos_buf_text(&out.buf, "x\n");
    pyos_out_commit(&out);
    expect(test, pyos_out_close(&out) == -1 && out.errnum == EBADF, "until there is something to write");
}

static void no_memory(struct test *test, struct pyos_buf *buf)
{
    int fd = new_file();
    int kept = dup(fd);
    struct pyos_out out;

    pyos_out_open(&out, fd);
    pyos_buf_text(&out.buf, "one\n");
    pyos_out_commit(&out);
    pyos_buf_text(&out.buf, "too large a rec");
    out.buf.failed = true; /* as it is where there is no memory for the rest */
    expect(test, pyos_out_commit(&out) == -1 && out.errnum == ENOMEM, "a record without memory is a failure");
    pyos_buf_text(&out.buf, "end\n");
    expect(test, pyos_out_commit(&out) == -1, "which stays");
    pyos_out_close(&out);
    load(kept, buf);
    expect_text(test, buf, "one\nend\n", "but what is whole is written");
    close(kept);
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    records(&test, &buf);
    blocks(&test);
    short_writes(&test, &buf);
    full_pipe(&test);
    failures(&test);
    full_disk(&test);
    no_memory(&test, &buf);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
