#include "pyos/os/stream.h"

#include "pyos/sys/clock.h"
#include "pyos/sys/file.h"
#include "pyos/sys/pipe.h"

#include <errno.h>

enum { BLOCK = 64 * 1024 }; /* a pipe holds no more by default */

int pyos_stream_open(struct pyos_stream *stream)
{
    int ends[2];
    int result = pyos_sys_pipe(ends);

    if (result == 0) {
        stream->fd = ends[0];
        stream->child_end = ends[1];
    }
    return result;
}

void pyos_stream_hand_over(struct pyos_stream *stream)
{
    if (stream->child_end >= 0)
        pyos_sys_close(stream->child_end);
    stream->child_end = -1;
}

bool pyos_stream_wants(const struct pyos_stream *stream)
{
    return stream->fd >= 0 && !(stream->sink && pyos_sink_is_full(stream->sink));
}

static void keep(struct pyos_stream *stream, struct pyos_str text)
{
    size_t room = stream->limit - stream->kept.size;

    if (text.size > room) {
        stream->truncated = true;
        text.size = room;
    }
    pyos_buf_str(&stream->kept, text);
}

int pyos_stream_read(struct pyos_stream *stream)
{
    char block[BLOCK];
    struct pyos_str text = {block, 0};
    long n = pyos_sys_read(stream->fd, block, sizeof block);

    if (n <= 0) {
        pyos_stream_end(stream);
        return (int)n; /* 0 or -errno */
    }
    text.size = (size_t)n; /* > 0 */
    if (stream->keep)
        keep(stream, text);
    if (stream->lines)
        pyos_lines_add(stream->lines, text, pyos_sys_clock_realtime(), &stream->sink->text);
    else if (stream->sink)
        pyos_buf_str(&stream->sink->text, text);
    return stream->kept.failed ? -ENOMEM : 0;
}

void pyos_stream_end(struct pyos_stream *stream)
{
    if (stream->fd < 0)
        return;
    pyos_sys_close(stream->fd);
    stream->fd = -1;
    if (stream->lines)
        pyos_lines_end(stream->lines, pyos_sys_clock_realtime(), &stream->sink->text);
}

void pyos_stream_break(struct pyos_stream *stream)
{
    stream->truncated = stream->truncated || (stream->keep && stream->fd >= 0);
    pyos_stream_end(stream);
}

void pyos_stream_free(struct pyos_stream *stream)
{
    pyos_stream_hand_over(stream);
    if (stream->fd >= 0)
        pyos_sys_close(stream->fd);
    stream->fd = -1;
    pyos_buf_free(&stream->kept);
}
