#include "pyos/base/in.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };

int pyos_in_open(struct pyos_in *in, const char *name, struct pyos_error *error)
{
    *in = (struct pyos_in){.name = pyos_str(name)};
    if (strcmp(name, "-") == 0)
        return 0; /* fd 0 */
    in->fd = open(name, O_RDONLY | O_CLOEXEC);
    return in->fd < 0 ? pyos_error_path(error, errno, in->name) : 0;
}

void pyos_in_take(struct pyos_in *in, int fd, const char *name)
{
    *in = (struct pyos_in){.fd = fd, .name = pyos_str(name)};
}

/* read(2) past what is no failure: a signal, and a descriptor that does not block and has nothing yet. */
static ssize_t read_some(int fd, char *data, size_t size)
{
    for (;;) {
        ssize_t n = read(fd, data, size);

        if (n >= 0 || (errno != EINTR && errno != EAGAIN))
            return n;
        if (errno == EAGAIN) {
            struct pollfd ready = {.fd = fd, .events = POLLIN};
            poll(&ready, 1, -1);
        }
    }
}

/* Moves what is left to the front and reads a block behind it. */
static int fill(struct pyos_in *in, struct pyos_error *error)
{
    struct pyos_buf *buf = &in->buf;
    ssize_t n;

    if (in->begin > 0) {
        buf->size -= in->begin;
        memmove(buf->data, buf->data + in->begin, buf->size);
        in->begin = 0;
    }
    if (!pyos_buf_reserve(buf, BLOCK + 1)) /* and a NUL behind the last item */
        return pyos_error_os(error, ENOMEM);
    n = read_some(in->fd, buf->data + buf->size, BLOCK);
    if (n < 0)
        return pyos_error_path(error, errno, in->name);
    buf->size += (size_t)n; /* n >= 0 */
    in->ended = n == 0;
    return 0;
}

/* Hands out what stands up to at, where its end is or the input's; nothing of an item that was too long. */
static void take_item(struct pyos_in *in, char *at, struct pyos_str *item)
{
    char *from = in->buf.data + in->begin;
    size_t left = in->buf.size - in->begin;

    *at = '\0';
    *item = (struct pyos_str){from, (size_t)(at - from)}; /* at >= from */
    in->begin += item->size + (item->size < left ? 1 : 0);
    in->cut = in->cut || (in->limit > 0 && item->size > in->limit);
    if (in->cut)
        *item = (struct pyos_str){"", 0};
}

int pyos_in_next(struct pyos_in *in, char end, struct pyos_str *item, struct pyos_error *error)
{
    size_t searched = 0;

    in->cut = false;
    for (;;) {
        size_t left = in->buf.size - in->begin;
        char *from = left > 0 ? in->buf.data + in->begin : NULL;
        char *at = left > searched ? memchr(from + searched, end, left - searched) : NULL;

        if (!at && in->ended && left == 0 && !in->cut)
            return 0;
        if (!at && in->ended)
            at = in->buf.data + in->buf.size; /* fill() left room for its NUL */
        if (at) {
            take_item(in, at, item);
            return 1;
        }
        searched = left;
        if (in->limit > 0 && left > in->limit) {
            in->cut = true;
            in->begin = in->buf.size;
            searched = 0;
        }
        if (fill(in, error) != 0)
            return -1;
    }
}

int pyos_in_all(struct pyos_in *in, size_t limit, struct pyos_str *all, struct pyos_error *error)
{
    size_t left;

    while (!in->ended && in->buf.size - in->begin < limit)
        if (fill(in, error) != 0)
            return -1;
    left = in->buf.size - in->begin;
    *all = (struct pyos_str){left > 0 ? in->buf.data + in->begin : "", left < limit ? left : limit};
    in->begin += all->size;
    return 0;
}

void pyos_in_close(struct pyos_in *in)
{
    if (in->fd > 0)
        close(in->fd);
    pyos_buf_free(&in->buf);
}
