#include "pyos/sys/child.h"

#include "pyos/sys/dir.h"
#include "pyos/sys/exec.h"
#include "pyos/sys/signal.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdalign.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { CLOSE_RANGE = 436 }; /* on every machine; Linux 5.9, and so newer than some libcs */

/* A step, and the descriptor to keep out of its way. 0 or -errno. */
typedef int step_function(const struct pyos_step *step, int *keep);

static int result_of(long result)
{
    return result >= 0 ? 0 : -errno;
}

/* Frees the number fd where the kept descriptor has it. */
static int make_way(int fd, int *keep)
{
    int moved;

    if (fd != *keep || fd < 0)
        return 0;
    moved = fcntl(fd, F_DUPFD_CLOEXEC, fd + 1);
    if (moved < 0)
        moved = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (moved < 0)
        return -errno;
    *keep = moved;
    close(fd);
    return 0;
}

static int run_signals_default(const struct pyos_step *step, int *keep)
{
    int result = 0;

    (void)keep;
    for (int number = 1; number <= 64 && result == 0; number++)
        if (step->signals & PYOS_SIGNAL_BIT(number))
            result = pyos_sys_signal_default(number);
    return result;
}

static int run_sigchld_ignore(const struct pyos_step *step, int *keep)
{
    (void)step;
    (void)keep;
    return pyos_sys_sigchld_ignore(true, NULL);
}

static int run_signals_block(const struct pyos_step *step, int *keep)
{
    (void)keep;
    return pyos_sys_signals_set_mask(step->signals, NULL);
}

/* Raw: musl's functions are stubs. */
static int run_scheduler(const struct pyos_step *step, int *keep)
{
    const int priority = step->scheduler.priority; /* struct sched_param, as the kernel has it */

    (void)keep;
    if (step->scheduler.has_policy)
        return result_of(syscall(SYS_sched_setscheduler, 0, step->scheduler.policy, &priority));
    return result_of(syscall(SYS_sched_setparam, 0, &priority));
}

static int run_nice(const struct pyos_step *step, int *keep)
{
    (void)keep;
    errno = 0;
    return nice(step->number) == -1 && errno != 0 ? -errno : 0; /* -1 may be the new value too */
}

static int run_cgroup(const struct pyos_step *step, int *keep)
{
    int fd = open(step->path, O_WRONLY | O_CLOEXEC);
    int result;

    (void)keep;
    if (fd < 0)
        return -errno;
    result = result_of(write(fd, "0", 1)); /* whoever writes */
    close(fd);
    return result;
}

static int run_setsid(const struct pyos_step *step, int *keep)
{
    (void)step;
    (void)keep;
    return result_of(setsid());
}

static int run_setpgroup(const struct pyos_step *step, int *keep)
{
    (void)keep;
    return result_of(setpgid(0, step->number));
}

/* Raw: libc's functions speak to all threads of the process, which here is a guest in another's memory. */
static int run_resetids(const struct pyos_step *step, int *keep)
{
    (void)step;
    (void)keep;
    if (syscall(SYS_setresgid, -1, getgid(), -1) != 0)
        return -errno;
    return result_of(syscall(SYS_setresuid, -1, getuid(), -1));
}

static int run_umask(const struct pyos_step *step, int *keep)
{
    (void)keep;
    umask(step->mode);
    return 0;
}

/* Of timer_create(2): exec deletes it, and SIGKILL asks for no leave. */
static int run_deadline(const struct pyos_step *step, int *keep)
{
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGKILL};
    struct itimerspec time = {.it_value = {step->ns / 1000000000, step->ns % 1000000000}};
    timer_t timer;

    (void)keep;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0)
        return -errno;
    return result_of(timer_settime(timer, 0, &time, NULL));
}

/* As posix_spawn(3) does: the number is free before the file is opened. */
static int run_open(const struct pyos_step *step, int *keep)
{
    int result = make_way(step->open.fd, keep);
    int fd;

    if (result != 0)
        return result;
    close(step->open.fd);
    fd = open(step->open.path, step->open.flags, step->open.mode);
    if (fd < 0)
        return -errno;
    if (fd == step->open.fd)
        return 0;
    result = result_of(dup2(fd, step->open.fd));
    close(fd);
    return result;
}

static int run_close(const struct pyos_step *step, int *keep)
{
    if (step->number != *keep)
        close(step->number);
    return 0;
}

static int run_dup2(const struct pyos_step *step, int *keep)
{
    int result;

    if (step->dup2.fd == *keep)
        return -EBADF;
    if (step->dup2.fd == step->dup2.new_fd)
        return result_of(fcntl(step->dup2.fd, F_SETFD, 0));
    result = make_way(step->dup2.new_fd, keep);
    return result == 0 ? result_of(dup2(step->dup2.fd, step->dup2.new_fd)) : result;
}

/* The number that a name of /proc/self/fd is; -1 for the dots. */
static int number_of(const char *name)
{
    int number = 0;

    if (*name < '0' || *name > '9')
        return -1;
    for (; *name; name++)
        number = number * 10 + (*name - '0');
    return number;
}

/* For kernels before 5.9, and filters that do not know close_range(2). */
static int close_listed(int from, int keep)
{
    alignas(struct pyos_dirent) char buffer[1024];
    int list = open("/proc/self/fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    long n;

    if (list < 0)
        return -errno;
    while ((n = pyos_sys_getdents(list, buffer, sizeof buffer)) > 0)
        for (long at = 0; at < n;) {
            const struct pyos_dirent *entry = (const struct pyos_dirent *)(buffer + at);
            int fd = number_of(entry->name);

            if (fd >= from && fd != list && fd != keep)
                close(fd);
            at += entry->length;
        }
    close(list);
    return (int)n; /* 0 or -errno */
}

static int run_closefrom(const struct pyos_step *step, int *keep)
{
    unsigned from = (unsigned)step->number; /* >= 0: who made the step has seen to it */
    long result = 0;

    if (*keep >= step->number) {
        if (*keep > step->number)
            result = syscall(CLOSE_RANGE, from, (unsigned)*keep - 1, 0); /* > from >= 0 */
        from = (unsigned)*keep + 1;
    }
    if (result == 0)
        result = syscall(CLOSE_RANGE, from, UINT_MAX, 0);
    return result == 0 ? 0 : close_listed(step->number, *keep);
}

static int run_chdir(const struct pyos_step *step, int *keep)
{
    (void)keep;
    return result_of(chdir(step->path));
}

/* Raw: both limits have 64 bits everywhere, and glibc's functions want a type of its own for the resource. */
static int run_rlimit(const struct pyos_step *step, int *keep)
{
    struct {
        uint64_t soft, hard;
    } before, limit = {step->rlimit.soft, step->rlimit.hard};

    (void)keep;
    if (step->rlimit.keep_hard) {
        if (syscall(SYS_prlimit64, 0, step->rlimit.resource, NULL, &before) != 0)
            return -errno;
        limit.hard = before.hard;
    }
    return result_of(syscall(SYS_prlimit64, 0, step->rlimit.resource, &limit, NULL));
}

static int run_pdeathsig(const struct pyos_step *step, int *keep)
{
    (void)keep;
    if (prctl(PR_SET_PDEATHSIG, (long)step->pdeathsig.signal, 0L, 0L, 0L) != 0)
        return -errno;
    if (getppid() != step->pdeathsig.parent) /* it has died before it could be told */
        kill(getpid(), step->pdeathsig.signal);
    return 0;
}

static step_function *const functions[PYOS_STEP_KINDS] = {
    [PYOS_STEP_SIGNALS_DEFAULT] = run_signals_default,
    [PYOS_STEP_SIGCHLD_IGNORE] = run_sigchld_ignore,
    [PYOS_STEP_SIGNALS_BLOCK] = run_signals_block,
    [PYOS_STEP_SCHEDULER] = run_scheduler,
    [PYOS_STEP_NICE] = run_nice,
    [PYOS_STEP_CGROUP] = run_cgroup,
    [PYOS_STEP_SETSID] = run_setsid,
    [PYOS_STEP_SETPGROUP] = run_setpgroup,
    [PYOS_STEP_RESETIDS] = run_resetids,
    [PYOS_STEP_UMASK] = run_umask,
    [PYOS_STEP_DEADLINE] = run_deadline,
    [PYOS_STEP_OPEN] = run_open,
    [PYOS_STEP_CLOSE] = run_close,
    [PYOS_STEP_DUP2] = run_dup2,
    [PYOS_STEP_CLOSEFROM] = run_closefrom,
    [PYOS_STEP_CHDIR] = run_chdir,
    [PYOS_STEP_RLIMIT] = run_rlimit,
    [PYOS_STEP_PDEATHSIG] = run_pdeathsig,
};

PYOS_NEVER_LEFT
static void run_program(const struct pyos_program *program, struct pyos_child_failure *failure)
{
    bool found;
    int result = pyos_sys_exec_first(program->paths, program->argv, program->envp, &found);

    *failure = (struct pyos_child_failure){-result, program->step_count, found};
}

PYOS_NEVER_LEFT
void pyos_sys_child_run(const struct pyos_program *program, int *keep, struct pyos_child_failure *failure)
{
    for (size_t i = 0; i < program->step_count; i++) {
        int result = functions[program->steps[i].kind](&program->steps[i], keep);

        if (result != 0) {
            *failure = (struct pyos_child_failure){.errnum = -result, .step = i};
            return;
        }
    }
    run_program(program, failure);
}
