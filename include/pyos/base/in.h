/*
 * The input stream: a descriptor read in large blocks and cut into items by an end byte. Memory
 * grows with the longest item, not with the input. A descriptor that does not block is waited for.
 */
#ifndef PYOS_BASE_IN_H
#define PYOS_BASE_IN_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"

struct pyos_in {
    struct pyos_buf buf;
    size_t begin; /* of what was not handed out yet */
    int fd;
    bool ended;
    bool cut;             /* the last item was longer than limit: of it nothing is handed out */
    size_t limit;         /* of an item in bytes; 0: none */
    struct pyos_str name; /* for errors */
};

/*
 * Opens a file of the process for reading; "-" is standard input. name must outlive the stream. What a user names as a
 * path is opened by its backend, and handed over as a descriptor, which then belongs to the stream.
 */
int pyos_in_open(struct pyos_in *in, const char *name, struct pyos_error *error);
void pyos_in_take(struct pyos_in *in, int fd, const char *name);

/*
 * The next item up to end, which is left out and replaced by NUL. 1 with the item, 0 at the end of
 * the input, -1 on failure. A last item without its end counts. The item lives until the next call.
 */
int pyos_in_next(struct pyos_in *in, char end, struct pyos_str *item, struct pyos_error *error);

/*
 * The rest of the input, or of longer input its first limit bytes: whoever allows n bytes asks for
 * n + 1. It lives until the next call.
 */
int pyos_in_all(struct pyos_in *in, size_t limit, struct pyos_str *all, struct pyos_error *error);

void pyos_in_close(struct pyos_in *in);

#endif
