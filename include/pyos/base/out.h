/*
 * The output stream: text is appended to out->buf, and pyos_out_commit says where a record is
 * complete. Whole records are written in large blocks (to a terminal, each at once); what is not
 * complete is never written.
 */
#ifndef PYOS_BASE_OUT_H
#define PYOS_BASE_OUT_H

#include "pyos/base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct pyos_out {
    struct pyos_buf buf;
    size_t complete; /* how much of buf is whole records */
    int fd;      /* -1: was not open */
    bool terminal;
    int errnum;  /* the first failure */
    bool broken; /* a write has failed: what follows is dropped */
    bool wrote;  /* something has reached the descriptor */
};

/* Where fd is not open, what is written fails with EBADF, though a file take the number later. */
void pyos_out_open(struct pyos_out *out, int fd);

/*
 * What stands in out->buf is now whole records. Writes when a block is full. Returns 0, or -1 once
 * something could not be written, or a record found no memory and was dropped (ENOMEM).
 */
int pyos_out_commit(struct pyos_out *out);

/* Drops what was appended since the last commit. */
void pyos_out_drop(struct pyos_out *out);

/* Writes the whole records that are waiting. */
int pyos_out_flush(struct pyos_out *out);

/* Flushes and frees; where something was written the descriptor is closed, which can fail too. */
int pyos_out_close(struct pyos_out *out);

/* Whether fd is a terminal. */
bool pyos_out_is_terminal(int fd);

/* All of size bytes to fd, past short writes, EINTR and EAGAIN; 0 or an errno. */
int pyos_out_write(int fd, const char *data, size_t size);

#endif
