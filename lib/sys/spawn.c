#include "pyos/sys/spawn.h"

#include "pyos/sys/exec.h"
#include "pyos/sys/pipe.h"
#include "pyos/sys/wait.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdalign.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef CLONE_PIDFD
#define CLONE_PIDFD 0x1000
#endif

/* Of the child, on the parent's own: it is done with it before the parent goes on. The deepest step needs 4 KiB. */
enum { STACK = 32 * 1024 };

/* What the exit status is where nobody asks. */
enum { NOT_STARTED = 127 };

static void bury(const struct pyos_child *child)
{
    int status;

    pyos_sys_wait(child->pid, true, &status, NULL);
    if (child->pidfd >= 0)
        close(child->pidfd);
}

/* ---- by clone: the child writes where the parent reads */

struct shared {
    const struct pyos_program *program;
    struct pyos_child_failure failure;
    int pidfd;   /* the kernel writes it before the child runs, after it would have copied the memory */
    bool shared; /* the child has seen it */
};

/* Does nothing at all where the memory is a copy, as emulators make it: nobody would hear of a failure. */
PYOS_NEVER_LEFT
static int run_cloned(void *argument)
{
    struct shared *shared = argument;
    int keep = -1;

    if (shared->pidfd >= 0) {
        shared->shared = true;
        pyos_sys_child_run(shared->program, &keep, &shared->failure);
    }
    syscall(SYS_exit_group, NOT_STARTED); /* not _exit(): sanitizers would clean up the parent's memory there */
    return NOT_STARTED;
}

/* The parent waits in clone() until the child has become its program or has ended. */
static int start_by_clone(const struct pyos_program *program, struct pyos_child *child,
                          struct pyos_child_failure *failure)
{
    alignas(max_align_t) char stack[STACK];
    struct shared shared = {.program = program, .pidfd = -1}; /* and stays so before Linux 5.2 */

    child->pid = clone(run_cloned, stack + sizeof stack, CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD, &shared,
                       &shared.pidfd, NULL, NULL);
    if (child->pid < 0)
        return -errno;
    child->pidfd = shared.pidfd;
    if (!shared.shared) {
        bury(child);
        return -ENOSYS;
    }
    *failure = shared.failure;
    return 0;
}

/* Other failures would befall fork() too. */
static bool is_refusal(int result)
{
    return result == -EPERM || result == -EINVAL || result == -ENOSYS;
}

/* ---- by fork: the child writes into a pipe, which closes when it becomes its program */

static void run_forked(const struct pyos_program *program, const int ends[2])
{
    struct pyos_child_failure failure = {0};
    int keep = ends[1];

    close(ends[0]); /* no step may take it for its own */
    pyos_sys_child_run(program, &keep, &failure);
    if (write(keep, &failure, sizeof failure) < 0) {
        /* the parent is gone, and nobody else wants to know */
    }
    _exit(NOT_STARTED);
}

static int start_by_fork(const struct pyos_program *program, struct pyos_child *child,
                         struct pyos_child_failure *failure)
{
    int ends[2];
    int result = pyos_sys_pipe(ends);
    long n = 0;

    if (result != 0)
        return result;
    child->pidfd = -1;
    child->pid = fork();
    if (child->pid == 0)
        run_forked(program, ends);
    result = child->pid > 0 ? 0 : -errno;
    close(ends[1]);
    if (result == 0)
        n = pyos_sys_read(ends[0], failure, sizeof *failure);
    if (n != 0 && n != sizeof *failure)
        failure->errnum = EIO; /* a pipe does not cut such a small record */
    close(ends[0]);
    return result;
}

int pyos_sys_spawn(const struct pyos_program *program, bool with_pidfd, struct pyos_child *child,
                   struct pyos_child_failure *failure)
{
    int result;

    *failure = (struct pyos_child_failure){0};
    result = start_by_clone(program, child, failure);
    if (is_refusal(result))
        result = start_by_fork(program, child, failure);
    if (result != 0)
        *failure = (struct pyos_child_failure){.errnum = -result, .step = PYOS_NO_STEP};
    else if (failure->errnum != 0)
        bury(child);
    if (failure->errnum != 0)
        return -failure->errnum;
    if (!with_pidfd && child->pidfd >= 0) {
        close(child->pidfd);
        child->pidfd = -1;
    }
    child->pidfd = pyos_sys_above_standard(child->pidfd);
    return 0;
}
