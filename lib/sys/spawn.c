#include "pyos/sys/spawn.h"

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

struct start {
    const struct pyos_program *program;
    struct pyos_child_failure *failure;
};

static int run_child(void *argument)
{
    const struct start *start = argument;
    int keep = -1;

    pyos_sys_child_run(start->program, &keep, start->failure);
    syscall(SYS_exit_group, NOT_STARTED); /* not _exit(): sanitizers would clean up the parent's memory there */
    return NOT_STARTED;
}

/* The parent waits in clone() until the child has become its program or has ended. */
static int start_by_clone(const struct pyos_program *program, bool with_pidfd, struct pyos_child *child,
                          struct pyos_child_failure *failure)
{
    alignas(max_align_t) char stack[STACK];
    const struct start start = {program, failure};
    int flags = CLONE_VM | CLONE_VFORK | (with_pidfd ? CLONE_PIDFD : 0) | SIGCHLD;
    void *argument = (void *)&start; /* which the child only reads */

    child->pidfd = -1; /* and stays so where the kernel does not know the flag */
    child->pid = clone(run_child, stack + sizeof stack, flags, argument, &child->pidfd, NULL, NULL);
    return child->pid >= 0 ? 0 : -errno;
}

/* A filter that knows better, or an emulator that cannot. All other failures would befall fork() too. */
static bool is_refusal(int result)
{
    return result == -EPERM || result == -EINVAL || result == -ENOSYS;
}

static void run_forked(const struct pyos_program *program, const int ends[2])
{
    struct pyos_child_failure failure = {0};
    int keep = ends[1];

    close(ends[0]);
    pyos_sys_child_run(program, &keep, &failure);
    if (write(keep, &failure, sizeof failure) < 0) {
        /* the parent is gone, and nobody else wants to know */
    }
    _exit(NOT_STARTED);
}

/* The child's end of the pipe closes when it becomes its program; before that it may carry a failure. */
static int start_by_fork(const struct pyos_program *program, struct pyos_child *child,
                         struct pyos_child_failure *failure)
{
    int ends[2];
    int result = pyos_sys_pipe(ends);
    long n;

    if (result != 0)
        return result;
    child->pidfd = -1;
    child->pid = fork();
    if (child->pid == 0)
        run_forked(program, ends);
    result = child->pid > 0 ? 0 : -errno;
    close(ends[1]);
    if (result == 0) {
        n = pyos_sys_read(ends[0], failure, sizeof *failure);
        if (n != 0 && n != sizeof *failure)
            failure->errnum = EIO; /* a pipe does not cut such a small record */
    }
    close(ends[0]);
    return result;
}

static void bury(const struct pyos_child *child)
{
    int status;

    pyos_sys_wait(child->pid, true, &status, NULL);
    if (child->pidfd >= 0)
        close(child->pidfd);
}

int pyos_sys_spawn(const struct pyos_program *program, bool with_pidfd, struct pyos_child *child,
                   struct pyos_child_failure *failure)
{
    int result;

    *failure = (struct pyos_child_failure){0};
    result = start_by_clone(program, with_pidfd, child, failure);
    if (is_refusal(result))
        result = start_by_fork(program, child, failure);
    if (result != 0) {
        *failure = (struct pyos_child_failure){.errnum = -result, .step = PYOS_NO_STEP};
        return result;
    }
    if (failure->errnum != 0) {
        bury(child);
        return -failure->errnum;
    }
    child->pidfd = pyos_sys_above_standard(child->pidfd);
    return 0;
}
