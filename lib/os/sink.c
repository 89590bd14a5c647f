#include "pyos/os/sink.h"

#include "pyos/sys/pipe.h"

#include <errno.h>

/* A pipe that poll(2) calls ready has room for PIPE_BUF bytes at least; a write of more could wait. */
enum { SURELY_TAKEN = 4096, FULL = 64 * 1024 };

static size_t waiting(const struct pyos_sink *sink)
{
    return sink->text.size - sink->written;
}

bool pyos_sink_waits(const struct pyos_sink *sink)
{
    return waiting(sink) > 0 || sink->text.failed;
}

bool pyos_sink_is_full(const struct pyos_sink *sink)
{
    return waiting(sink) >= FULL;
}

/* The next part. How many bytes, or -errno. */
static long write_part(const struct pyos_sink *sink)
{
    size_t size = waiting(sink);

    if (sink->text.failed)
        return -ENOMEM;
    return pyos_sys_write(sink->fd, sink->text.data + sink->written, size < SURELY_TAKEN ? size : SURELY_TAKEN);
}

void pyos_sink_write(struct pyos_sink *sink)
{
    long n = sink->errnum == 0 ? write_part(sink) : 0;

    if (n == -EAGAIN) /* its other writers were faster */
        return;
    if (n < 0)
        sink->errnum = (int)-n; /* an errno */
    else if (n > 0)
        sink->last = sink->text.data[(sink->written += (size_t)n) - 1];
    if (sink->errnum == 0 && waiting(sink) > 0)
        return;
    sink->text.failed = false;
    sink->text.size = 0;
    sink->written = 0;
}

void pyos_sink_free(struct pyos_sink *sink)
{
    pyos_buf_free(&sink->text);
}
