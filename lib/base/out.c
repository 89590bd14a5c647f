#include "pyos/base/out.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };

bool pyos_out_is_terminal(int fd)
{
    return isatty(fd) == 1;
}

void pyos_out_open(struct pyos_out *out, int fd)
{
    *out = (struct pyos_out){.fd = fd, .terminal = pyos_out_is_terminal(fd)};
    if (!out->terminal && errno == EBADF)
        out->fd = -1; /* the next file that is opened gets the number, and must not get the output */
}

int pyos_out_write(int fd, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t n = write(fd, data, size);

        if (n >= 0) {
            data += n;
            size -= (size_t)n; /* 0 <= n <= size */
        } else if (errno == EAGAIN) {
            struct pollfd ready = {.fd = fd, .events = POLLOUT};
            poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

static void note_failure(struct pyos_out *out, int errnum)
{
    if (out->errnum == 0)
        out->errnum = errnum;
}

static void write_complete(struct pyos_out *out)
{
    int errnum = pyos_out_write(out->fd, out->buf.data, out->complete);

    out->wrote = true;
    out->broken = errnum != 0;
    note_failure(out, errnum);
}

int pyos_out_flush(struct pyos_out *out)
{
    struct pyos_buf *buf = &out->buf;

    if (out->complete > 0) {
        if (!out->broken)
            write_complete(out);
        buf->size -= out->complete;
        memmove(buf->data, buf->data + out->complete, buf->size);
        out->complete = 0;
    }
    return out->errnum != 0 ? -1 : 0;
}

int pyos_out_commit(struct pyos_out *out)
{
    if (out->buf.failed) {
        pyos_out_drop(out);
        note_failure(out, ENOMEM);
    }
    out->complete = out->buf.size;
    if (out->complete >= BLOCK || out->terminal || out->errnum != 0)
        return pyos_out_flush(out);
    return 0;
}

void pyos_out_drop(struct pyos_out *out)
{
    out->buf.size = out->complete;
    out->buf.failed = false;
}

int pyos_out_close(struct pyos_out *out)
{
    pyos_out_drop(out);
    pyos_out_flush(out);
    if (out->wrote && close(out->fd) != 0 && errno != EINTR)
        note_failure(out, errno);
    pyos_buf_free(&out->buf);
    return out->errnum != 0 ? -1 : 0;
}
