#include "pyos/os/supervisor.h"

#include "pyos/sys/clock.h"
#include "pyos/sys/file.h"
#include "pyos/sys/pipe.h"
#include "pyos/sys/signal.h"

#include <signal.h>
#include <unistd.h>

/*
 * What is passed on. Not what cannot be blocked, what a fault of this process itself raises, and the
 * two that libcs keep for themselves. SIGCHLD is read, not passed on.
 */
static uint64_t passed_signals(void)
{
    static const int others[] = {SIGKILL, SIGSTOP, SIGILL, SIGTRAP, SIGABRT, SIGBUS,
                                 SIGFPE,  SIGSEGV, SIGSYS, 32,      33};
    uint64_t signals = UINT64_MAX;

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        signals &= ~PYOS_SIGNAL_BIT(others[i]);
    return signals;
}

static int open_streams(struct pyos_supervisor *supervisor)
{
    static const char *const names[PYOS_STREAMS] = {"stdout", "stderr"};
    const struct pyos_supervision *wish = supervisor->wish;
    int result = 0;

    for (int i = 0; i < PYOS_STREAMS && result == 0; i++) {
        struct pyos_stream *stream = &supervisor->streams[i];

        stream->keep = wish->capture;
        stream->limit = (size_t)wish->capture_limit; /* >= 0 */
        if (wish->tee)
            stream->sink = &supervisor->sinks[i];
        if (wish->lines) {
            supervisor->lines[i] = (struct pyos_lines){
                .stream = names[i], .limit = stream->limit > 0 ? stream->limit : 1, .form = wish->lines_form};
            stream->lines = &supervisor->lines[i];
            stream->sink = &supervisor->sinks[PYOS_STDOUT];
        }
        if (i == PYOS_STDERR && wish->stdout_only)
            break;
        if (wish->capture || wish->tee || wish->lines)
            result = pyos_stream_open(stream);
    }
    return result;
}

/* An ignored SIGCHLD would take the child's status with it; a signal that is not blocked would not reach the child. */
static int open_signals(struct pyos_supervisor *supervisor)
{
    uint64_t signals = passed_signals();
    int result = pyos_sys_sigchld_ignore(false, &supervisor->sigchld_ignored);

    if (result == 0)
        result = pyos_sys_signals_block(signals, &supervisor->mask);
    supervisor->blocking = result == 0;
    if (result == 0)
        supervisor->signals = result = pyos_sys_above_standard(pyos_sys_signalfd(signals));
    return result < 0 ? result : 0;
}

static int open_all(struct pyos_supervisor *supervisor, struct pyos_error *error)
{
    int result = open_signals(supervisor);

    if (result == 0)
        result = open_streams(supervisor);
    if (result < 0)
        return pyos_error_os(error, -result);
    return pyos_tree_open(&supervisor->tree, supervisor->wish->subreaper, error);
}

void pyos_supervisor_release(struct pyos_supervisor *supervisor)
{
    struct pyos_signal_info infos[PYOS_SIGNALS_AT_ONCE];

    if (!supervisor->blocking)
        return;
    while (pyos_sys_signalfd_read(supervisor->signals, infos) == PYOS_SIGNALS_AT_ONCE) {
        /* they were for the child, which had them too or is gone */
    }
    if (supervisor->sigchld_ignored)
        pyos_sys_sigchld_ignore(true, NULL);
    pyos_sys_signals_set_mask(supervisor->mask, NULL);
    supervisor->blocking = false;
}

static void close_fd(int *fd)
{
    if (*fd >= 0)
        pyos_sys_close(*fd);
    *fd = -1;
}

void pyos_supervisor_close(struct pyos_supervisor *supervisor)
{
    pyos_supervisor_release(supervisor);
    close_fd(&supervisor->signals);
    close_fd(&supervisor->pidfd);
    pyos_tree_close(&supervisor->tree);
    for (int i = 0; i < PYOS_STREAMS; i++) {
        pyos_stream_free(&supervisor->streams[i]);
        pyos_lines_free(&supervisor->lines[i]);
        pyos_sink_free(&supervisor->sinks[i]);
    }
}

static bool leads_group(const struct pyos_supervisor *supervisor, const struct pyos_spawn *request)
{
    if (request->setpgroup.known)
        return request->setpgroup.value == 0;
    return request->setsid || (supervisor->wish->timeout > 0 && !supervisor->wish->foreground);
}

static int start(struct pyos_supervisor *supervisor, const struct pyos_spawn *request,
                 struct pyos_spawn_failure *failure)
{
    struct pyos_stream *streams = supervisor->streams;
    const int fds[] = {supervisor->signals,      supervisor->wish->hidden,
                       streams[PYOS_STDOUT].fd,  streams[PYOS_STDOUT].child_end,
                       streams[PYOS_STDERR].fd,  streams[PYOS_STDERR].child_end};
    bool group = leads_group(supervisor, request);
    struct pyos_spawn_site site = {
        .mask_changed = true,
        .mask = supervisor->mask,
        .sigchld_ignored = supervisor->sigchld_ignored,
        .pidfd = !supervisor->wish->no_pidfd,
        .own_group = group && !request->setsid && !request->setpgroup.known,
        .ns = supervisor->wish->timeout,
        .out = streams[PYOS_STDOUT].child_end,
        .err = streams[PYOS_STDERR].child_end,
        .fds = fds,
        .fd_count = sizeof fds / sizeof *fds,
    };
    struct pyos_spawned child;

    supervisor->started = pyos_sys_clock_realtime();
    supervisor->begin = pyos_sys_clock_monotonic();
    if (pyos_os_spawn(request, &site, supervisor->arena, &child, failure) != 0)
        return -1;
    supervisor->pid = supervisor->tree.child = child.pid;
    supervisor->pidfd = child.pidfd;
    supervisor->tree.group = group ? child.pid : 0;
    for (int i = 0; i < PYOS_STREAMS; i++)
        pyos_stream_hand_over(&streams[i]);
    return 0;
}

int pyos_supervisor_open(struct pyos_supervisor *supervisor, const struct pyos_spawn *request,
                         const struct pyos_supervision *wish, struct pyos_arena *arena,
                         struct pyos_spawn_failure *failure)
{
    *supervisor = (struct pyos_supervisor){
        .wish = wish,
        .arena = arena,
        .pidfd = -1,
        .signals = -1,
        .streams = {{.fd = -1, .child_end = -1}, {.fd = -1, .child_end = -1}},
        .sinks = {{.fd = STDOUT_FILENO}, {.fd = STDERR_FILENO}},
    };
    *failure = (struct pyos_spawn_failure){.step = "supervise"};
    if (open_all(supervisor, &failure->error) != 0)
        return -1;
    return start(supervisor, request, failure);
}
