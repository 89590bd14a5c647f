/*
 * Output that waits until it is taken. Unlike base/out it never blocks: who writes here has a child
 * to look after meanwhile.
 */
#ifndef PYOS_OS_SINK_H
#define PYOS_OS_SINK_H

#include "pyos/base/buf.h"

#include <stdbool.h>

struct pyos_sink {
    int fd;
    struct pyos_buf text; /* what comes is appended here */
    size_t written;       /* how much of text has gone */
    char last;            /* the last byte that has gone, or NUL */
    int errnum;           /* the first failure: all that comes after it is dropped */
};

/* Whether something waits. */
bool pyos_sink_waits(const struct pyos_sink *sink);

/* Whether so much waits that no more should come. */
bool pyos_sink_is_full(const struct pyos_sink *sink);

/* fd takes something: writes as much as it surely takes. */
void pyos_sink_write(struct pyos_sink *sink);

void pyos_sink_free(struct pyos_sink *sink);

#endif
