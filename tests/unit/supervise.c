/*
 * os/supervise, os/supervisor, os/spawn, sys/spawn: a thousand children of one process leave nothing
 * behind, however they were started and however they ended. This program is the child too:
 * supervise exit N, supervise write TEXT.
 */
#include "test.h"

#include "pyos/os/supervise.h"
#include "pyos/sys/signal.h"
#include "pyos/sys/wait.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

enum { CHILDREN = 1000, FEW = 100, DESCRIPTORS = 256 };

/* What a process has that a call may change. */
struct state {
    bool open[DESCRIPTORS];
    uint64_t mask;
    bool sigchld_ignored;
};

static struct state look(void)
{
    struct state state = {0};
    struct sigaction action;

    for (int fd = 0; fd < DESCRIPTORS; fd++)
        state.open[fd] = fcntl(fd, F_GETFD) >= 0;
    pyos_sys_signals_block(0, &state.mask);
    sigaction(SIGCHLD, NULL, &action);
    state.sigchld_ignored = action.sa_handler == SIG_IGN;
    return state;
}

static void expect_unchanged(struct test *test, const struct state *before, const char *after)
{
    struct state now = look();
    int failures = test->failures;
    int status;

    expect(test, memcmp(before->open, now.open, sizeof now.open) == 0, "the same descriptors are open");
    expect(test, before->mask == now.mask, "the same signals are blocked");
    expect(test, before->sigchld_ignored == now.sigchld_ignored, "SIGCHLD is handled as before");
    expect(test, pyos_sys_wait(-1, false, &status, NULL) == -ECHILD, "there is no child, alive or dead");
    if (test->failures > failures)
        fprintf(stderr, "after %s\n", after);
}

/* One child; its status, or -1 with the failure. */
static int run(struct pyos_supervisor *supervisor, const char *const *argv, const struct pyos_supervision *wish,
               struct pyos_arena *arena, struct pyos_spawn_failure *failure)
{
    struct pyos_spawn request = {.argv = argv};

    if (pyos_supervisor_open(supervisor, &request, wish, arena, failure) != 0)
        return -1;
    pyos_os_supervise(supervisor);
    return supervisor->status;
}

static void run_many(struct test *test, const char *self, int count, const struct pyos_supervision *wish,
                     const char *how)
{
    struct state before = look();
    int wrong = 0;

    for (int i = 0; i < count; i++) {
        struct pyos_supervisor supervisor;
        struct pyos_spawn_failure failure;
        struct pyos_arena arena = {0};
        char code[8];

        snprintf(code, sizeof code, "%d", i % 256);
        wrong += run(&supervisor, (const char *const[]){self, "exit", code, NULL}, wish, &arena, &failure) !=
                 (i % 256) << 8;
        wrong += !supervisor.ended || supervisor.timed_out;
        pyos_supervisor_close(&supervisor);
        pyos_arena_free(&arena);
    }
    expect(test, wrong == 0, "each child's status is its own");
    expect_unchanged(test, &before, how);
}

static void fail_many(struct test *test)
{
    const struct pyos_supervision wish = {.capture = true, .hidden = -1};
    struct state before = look();
    int wrong = 0;

    for (int i = 0; i < CHILDREN; i++) {
        struct pyos_supervisor supervisor;
        struct pyos_spawn_failure failure;
        struct pyos_arena arena = {0};

        wrong += run(&supervisor, (const char *const[]){"/nowhere/to/be/found", NULL}, &wish, &arena, &failure) != -1;
        wrong += failure.error.errnum != ENOENT || strcmp(failure.step, "exec") != 0 || failure.found;
        pyos_supervisor_close(&supervisor);
        pyos_arena_free(&arena);
    }
    expect(test, wrong == 0, "each failure has its errno and its step");
    expect_unchanged(test, &before, "failures");
}

static void capture(struct test *test, const char *self)
{
    const struct pyos_supervision wish = {.capture = true, .capture_limit = 4, .hidden = -1};
    struct pyos_supervisor supervisor;
    struct pyos_spawn_failure failure;
    struct pyos_arena arena = {0};
    struct state before = look();
    const struct pyos_stream *streams = supervisor.streams;

    run(&supervisor, (const char *const[]){self, "write", "abcdef", NULL}, &wish, &arena, &failure);
    expect(test, pyos_str_equal((struct pyos_str){streams[0].kept.data, streams[0].kept.size}, pyos_str("abcd")),
           "no more than the limit is kept");
    expect(test, streams[0].truncated, "and it is said");
    expect(test, streams[1].kept.size == 0 && !streams[1].truncated, "nothing was written to the other");
    pyos_supervisor_close(&supervisor);
    pyos_arena_free(&arena);
    expect_unchanged(test, &before, "a capture");
}

/* The status of a child is not lost, the child ignores SIGCHLD as its parent does, and so does the parent again. */
static void ignore_sigchld(struct test *test, const char *self)
{
    const struct pyos_supervision wish = {.hidden = -1};

    signal(SIGCHLD, SIG_IGN);
    run_many(test, self, FEW, &wish, "ignored SIGCHLD");
    signal(SIGCHLD, SIG_DFL);
}

static void time_out(struct test *test, const char *self)
{
    const struct pyos_supervision wish = {.timeout = 1, .kill_after = 1, .signal = SIGTERM, .hidden = -1};
    struct pyos_supervisor supervisor;
    struct pyos_spawn_failure failure;
    struct pyos_arena arena = {0};
    struct state before = look();

    run(&supervisor, (const char *const[]){self, "pause", NULL}, &wish, &arena, &failure);
    expect(test, supervisor.timed_out, "a nanosecond is too short");
    expect(test, supervisor.status == SIGTERM || supervisor.status == SIGKILL, "a signal has ended it");
    pyos_supervisor_close(&supervisor);
    pyos_arena_free(&arena);
    expect_unchanged(test, &before, "a timeout");
}

static int be_child(char **argv)
{
    if (strcmp(argv[1], "write") == 0)
        return write(STDOUT_FILENO, argv[2], strlen(argv[2])) < 0;
    if (strcmp(argv[1], "pause") == 0)
        return pause();
    return atoi(argv[2]);
}

int main(int argc, char **argv)
{
    const struct pyos_supervision plain = {.hidden = -1};
    const struct pyos_supervision no_pidfd = {.hidden = -1, .no_pidfd = true};
    const struct pyos_supervision piped = {.hidden = -1, .capture = true, .capture_limit = 1};
    const struct pyos_supervision subreaper = {.hidden = -1, .subreaper = true, .signal = SIGTERM};
    struct test test = {0};

    if (argc > 1)
        return be_child(argv);
    run_many(&test, argv[0], CHILDREN, &plain, "a thousand");
    run_many(&test, argv[0], FEW, &no_pidfd, "a hundred without pidfd");
    run_many(&test, argv[0], FEW, &piped, "a hundred with pipes");
    run_many(&test, argv[0], FEW, &subreaper, "a hundred of a subreaper");
    fail_many(&test);
    capture(&test, argv[0]);
    ignore_sigchld(&test, argv[0]);
    time_out(&test, argv[0]);
    return test.failures > 0;
}
