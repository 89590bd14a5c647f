/* Pipes, and waiting for descriptors. Every call returns a value >= 0, or -errno. */
#ifndef PYOS_SYS_PIPE_H
#define PYOS_SYS_PIPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A descriptor that is none of the standard three: fd itself, or where one of those was closed and
 * fd has its number, a copy of it further up, close-on-exec. A negative fd is given back.
 */
int pyos_sys_above_standard(int fd);

/* pipe2(2): what is written to ends[1] is read from ends[0]; both close-on-exec and not standard. */
int pyos_sys_pipe(int ends[2]);

/* read(2), write(2): how many bytes; -EAGAIN where it would have to wait. */
long pyos_sys_read(int fd, void *data, size_t size);
long pyos_sys_write(int fd, const void *data, size_t size);

/* A descriptor to wait for; fd < 0 is passed over. */
struct pyos_ready {
    int fd;
    bool write; /* wait until it takes something, not until it has something */
    bool ready; /* out: it does, or it has failed, or its other end is gone */
};

enum { PYOS_READY_MAX = 8 };

/*
 * ppoll(2): waits for one of at most PYOS_READY_MAX descriptors; ns: how long at most, -1 for ever.
 * How many are ready; 0 when the time has passed or a signal has come.
 */
int pyos_sys_wait_ready(struct pyos_ready *ready, size_t count, int64_t ns);

#endif
