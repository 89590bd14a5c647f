/*
 * What a child does between its start and exec: a list of steps, then the program. All of it is
 * system calls on data that is there already: the child may share the memory of its parent.
 */
#ifndef PYOS_SYS_CHILD_H
#define PYOS_SYS_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pyos_step_kind {
    PYOS_STEP_SIGNALS_DEFAULT, /* signals: their actions are the kernel's */
    PYOS_STEP_SIGCHLD_IGNORE,
    PYOS_STEP_SIGNALS_BLOCK, /* signals: exactly these are blocked */
    PYOS_STEP_SCHEDULER,     /* sched_setscheduler(2); without a policy sched_setparam(2) */
    PYOS_STEP_NICE,          /* number: added to the nice value */
    PYOS_STEP_CGROUP,        /* path: of the cgroup.procs that it joins */
    PYOS_STEP_SETSID,
    PYOS_STEP_SETPGROUP, /* number: the process group, 0 its own */
    PYOS_STEP_RESETIDS,  /* effective ids are the real ones */
    PYOS_STEP_UMASK,     /* mode */
    PYOS_STEP_DEADLINE,  /* ns: what is left for all steps; after that SIGKILL. exec ends it */
    PYOS_STEP_OPEN,      /* the file becomes fd, whatever fd was */
    PYOS_STEP_CLOSE,     /* number: a descriptor, open or not */
    PYOS_STEP_DUP2,      /* a descriptor onto itself is no longer close-on-exec */
    PYOS_STEP_CLOSEFROM, /* number: this descriptor and all above it */
    PYOS_STEP_CHDIR,     /* path */
    PYOS_STEP_RLIMIT,
    PYOS_STEP_PDEATHSIG, /* the signal that it gets when its parent dies */
    PYOS_STEP_KINDS,
};

struct pyos_step {
    enum pyos_step_kind kind;
    union {
        uint64_t signals; /* sys/signal.h */
        int number;
        uint32_t mode;
        int64_t ns;
        const char *path;
        struct {
            bool has_policy;
            int policy, priority;
        } scheduler;
        struct {
            int fd, flags;
            uint32_t mode;
            const char *path;
        } open;
        struct {
            int fd, new_fd;
        } dup2;
        struct {
            int resource;
            bool keep_hard; /* hard stays what it is */
            uint64_t soft, hard;
        } rlimit;
        struct {
            int signal, parent; /* parent: its pid */
        } pdeathsig;
    };
};

struct pyos_program {
    const struct pyos_step *steps;
    size_t step_count;
    const char *const *paths; /* of pyos_sys_exec_first */
    const char *const *argv;
    char *const *envp;
};

/* What went wrong in a child. */
struct pyos_child_failure {
    int errnum;  /* 0: nothing has */
    size_t step; /* its index; step_count for exec */
    bool found;  /* of exec: there is such a file */
};

/*
 * Takes the steps and becomes the program. Returns only on failure. keep: a descriptor that no step
 * may touch, as if it were not open, or -1; it is moved where a step needs its number.
 */
void pyos_sys_child_run(const struct pyos_program *program, int *keep, struct pyos_child_failure *failure);

#endif
