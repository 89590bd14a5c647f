/* One of the outputs of a child, read by its parent: kept up to a limit, passed on, told line by line. */
#ifndef PYOS_OS_STREAM_H
#define PYOS_OS_STREAM_H

#include "pyos/base/buf.h"
#include "pyos/os/lines.h"
#include "pyos/os/sink.h"

#include <stdbool.h>
#include <stddef.h>

struct pyos_stream {
    int fd;        /* where it is read; -1: not at all, or it has ended */
    int child_end; /* where the child writes; -1 once it has it */
    bool keep;
    size_t limit;         /* bytes that are kept; the rest is read and dropped */
    struct pyos_buf kept;
    bool truncated;
    struct pyos_sink *sink;   /* where it is passed on, or NULL */
    struct pyos_lines *lines; /* as lines, or NULL: as it comes */
};

/* Makes its pipe. 0 or -errno. */
int pyos_stream_open(struct pyos_stream *stream);

/* The child has its end. */
void pyos_stream_hand_over(struct pyos_stream *stream);

/* Whether it may be read: it has not ended, and its sink takes more. */
bool pyos_stream_wants(const struct pyos_stream *stream);

/* fd has something, or has ended: takes what is there. 0 or -errno. */
int pyos_stream_read(struct pyos_stream *stream);

/* Nothing more is wanted of it. */
void pyos_stream_end(struct pyos_stream *stream);

/* Nothing more can be had of it: what is kept may not be all. */
void pyos_stream_break(struct pyos_stream *stream);

void pyos_stream_free(struct pyos_stream *stream);

#endif
