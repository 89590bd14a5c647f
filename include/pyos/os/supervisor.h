/*
 * Who looks after a child: what it was asked to do, what it holds, and what has come of it. While it
 * is open the signals that are meant for the child are blocked and read from a descriptor; the
 * child itself begins with the mask and the actions that this process had.
 */
#ifndef PYOS_OS_SUPERVISOR_H
#define PYOS_OS_SUPERVISOR_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/os/rusage.h"
#include "pyos/os/spawn.h"
#include "pyos/os/stream.h"
#include "pyos/os/tree.h"

#include <stdbool.h>
#include <stdint.h>

struct pyos_supervision {
    int64_t timeout;    /* ns; 0: none */
    int64_t kill_after; /* ns between signal and SIGKILL; 0: never SIGKILL */
    int signal;         /* that ends the command */
    bool foreground;    /* a timeout makes no process group of its own, and ends the command alone */
    bool subreaper;     /* what the command leaves behind is adopted and ended */
    bool capture;       /* keep what it writes */
    bool stdout_only;   /* of capture: its standard error is left as it is */
    int64_t capture_limit; /* bytes of each stream that are kept; longer lines are cut there */
    bool tee;           /* pass on what it writes */
    bool lines;         /* pass it on as JSON records, to standard output */
    struct pyos_form lines_form;
    int hidden;         /* a descriptor, close-on-exec, that no file action of the child may use; or -1 */
    bool no_pidfd;      /* do without, as before Linux 5.2 */
};

enum { PYOS_STDOUT, PYOS_STDERR, PYOS_STREAMS };

struct pyos_supervisor {
    const struct pyos_supervision *wish;
    struct pyos_arena *arena;

    /* the result */
    int pid;         /* 0: it was not started */
    bool ended;
    int status;      /* of wait(2) */
    struct pyos_usage usage;
    bool timed_out;
    int64_t started; /* ns since the epoch */
    int64_t elapsed; /* ns */
    struct pyos_stream streams[PYOS_STREAMS];
    struct pyos_tree tree; /* and its survivors */
    int errnum;      /* the first failure of the supervision itself; the child was waited for all the same */

    /* at work */
    enum { PYOS_RUNNING, PYOS_ENDING, PYOS_KILLING } state;
    int64_t begin;    /* by the monotonic clock, as the next */
    int64_t deadline; /* of the state; INT64_MAX: none */
    int pidfd;
    int signals;      /* signalfd */
    bool blocking;    /* signals are blocked */
    uint64_t mask;    /* as it was */
    bool sigchld_ignored; /* as it was */
    struct pyos_sink sinks[PYOS_STREAMS];
    struct pyos_lines lines[PYOS_STREAMS];
};

/*
 * Gets ready and starts the program. 0; or -1 with the failure where it was not started. Both times
 * the supervisor has to be closed; what it is given must live until then.
 */
int pyos_supervisor_open(struct pyos_supervisor *supervisor, const struct pyos_spawn *request,
                         const struct pyos_supervision *wish, struct pyos_arena *arena,
                         struct pyos_spawn_failure *failure);

/* The child has ended, and signals are for this process again. What was read for it until now is dropped. */
void pyos_supervisor_release(struct pyos_supervisor *supervisor);

void pyos_supervisor_close(struct pyos_supervisor *supervisor);

#endif
