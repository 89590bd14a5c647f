/*
 * Starting a program in a child of its own (manual: os.posix_spawn), with all that posix_spawn can
 * say and what users of wrappers ask for besides. Either the program runs when the call returns, or
 * there is no child, and the failure says at which step it went wrong.
 */
#ifndef PYOS_OS_SPAWN_H
#define PYOS_OS_SPAWN_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/os/file_actions.h"
#include "pyos/os/limits.h"
#include "pyos/py/type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What is asked for. The child does it in this order: setsigdef, scheduler, nice, cgroup, setsid,
 * setpgroup, resetids, umask, the actions in their own order, limits, pdeathsig, setsigmask. All
 * zero is a program that inherits everything.
 */
struct pyos_spawn {
    const char *const *argv; /* argv[0] is the command; NULL behind the last */
    const char *file;        /* the command, where argv[0] is another name for it; or NULL */
    bool search;             /* in PATH, as os.posix_spawnp does */
    const char *const *paths; /* the files to try in its place, NULL behind the last; or NULL */
    char *const *environment; /* NULL: the process's own */
    const struct pyos_file_action *actions;
    size_t action_count;
    struct pyos_maybe setpgroup; /* 0: a group of its own */
    bool setsid;
    bool resetids;
    struct pyos_signals setsigmask;
    struct pyos_signals setsigdef;
    struct pyos_scheduler scheduler;
    struct pyos_maybe nice; /* is added to the nice value */
    struct pyos_mode umask;
    const struct pyos_limit *limits;
    size_t limit_count;
    const char *cgroup; /* a directory of a cgroup file system, or NULL */
    struct pyos_signal pdeathsig; /* what the child gets when this process dies */
};

/* What whoever waits for the child has changed in this process, and the child must not see. */
struct pyos_spawn_site {
    bool mask_changed;
    uint64_t mask; /* the signals that are blocked for the child, if mask_changed */
    bool sigchld_ignored;
    bool pidfd;     /* one is wanted */
    bool own_group; /* the child leads a process group */
    int64_t ns;     /* for all that the child does before its program runs; 0: as long as it takes */
    int out, err;   /* become its standard output and error, or -1 */
    const int *fds; /* descriptors that it has, though not its program, and no action may use */
    size_t fd_count;
};

struct pyos_spawned {
    int pid;
    int pidfd; /* or -1 */
};

struct pyos_spawn_failure {
    struct pyos_error error; /* an OSError has the step's own file name, and not always the command's */
    const char *step;        /* "exec", "open", ...: the option's name; "clone" where there was no child */
    bool found;              /* at exec: there is such a file */
    bool refused;            /* a file action that cannot be: nothing was tried */
};

/* site may be NULL: nothing has been changed. 0, or -1 with the failure. */
int pyos_os_spawn(const struct pyos_spawn *request, const struct pyos_spawn_site *site, struct pyos_arena *arena,
                  struct pyos_spawned *child, struct pyos_spawn_failure *failure);

#endif
