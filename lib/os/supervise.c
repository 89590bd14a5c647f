#include "pyos/os/supervise.h"

#include "pyos/os/wait.h"
#include "pyos/py/signals.h"
#include "pyos/sys/clock.h"
#include "pyos/sys/file.h"
#include "pyos/sys/pipe.h"
#include "pyos/sys/process.h"
#include "pyos/sys/signal.h"
#include "pyos/sys/wait.h"

#include <errno.h>
#include <signal.h>

static void note_failure(struct pyos_supervisor *supervisor, int errnum)
{
    if (supervisor->errnum == 0)
        supervisor->errnum = errnum;
}

static void note_end(struct pyos_supervisor *supervisor, int status, const struct pyos_rusage *rusage)
{
    supervisor->ended = true;
    supervisor->tree.child_gone = true;
    supervisor->status = status;
    supervisor->usage = pyos_os_usage(rusage);
    supervisor->elapsed = pyos_sys_clock_monotonic() - supervisor->begin;
    if (supervisor->pidfd >= 0)
        pyos_sys_close(supervisor->pidfd);
    supervisor->pidfd = -1;
}

static void reap_child(struct pyos_supervisor *supervisor, bool wait)
{
    struct pyos_rusage rusage;
    int status;

    if (pyos_sys_wait(supervisor->pid, wait, &status, &rusage) > 0)
        note_end(supervisor, status, &rusage);
}

/* Waits for all that have ended, pid as for wait4(2). 0: some run on; -ECHILD: none is left. */
static int reap(struct pyos_supervisor *supervisor, int pid)
{
    struct pyos_rusage rusage;
    int status;
    int got;

    while ((got = pyos_sys_wait(pid, false, &status, &rusage)) > 0)
        if (got == supervisor->pid)
            note_end(supervisor, status, &rusage);
    return got;
}

static void set_deadline(struct pyos_supervisor *supervisor, int64_t now, int64_t ns)
{
    if (ns == 0 || __builtin_add_overflow(now, ns, &supervisor->deadline))
        supervisor->deadline = INT64_MAX;
}

/* The signal of the state goes to what the command has left; with again also to those that have had one. */
static bool end_adopted(struct pyos_supervisor *supervisor, bool again)
{
    int signal = supervisor->state == PYOS_KILLING ? SIGKILL : supervisor->wish->signal;
    struct pyos_error error;
    int left = pyos_tree_end_adopted(&supervisor->tree, signal, again, supervisor->arena, &error);

    if (left < 0)
        note_failure(supervisor, error.errnum);
    return left > 0;
}

/* Whether a group that was told to end still has one of this process's children in it. */
static bool group_is_left(struct pyos_supervisor *supervisor)
{
    return supervisor->tree.group_signalled && reap(supervisor, -supervisor->tree.group) == 0;
}

static void begin_ending(struct pyos_supervisor *supervisor)
{
    supervisor->state = PYOS_ENDING;
    set_deadline(supervisor, pyos_sys_clock_monotonic(), supervisor->wish->kill_after);
}

static void kill_all(struct pyos_supervisor *supervisor)
{
    supervisor->state = PYOS_KILLING;
    supervisor->deadline = INT64_MAX;
    if (!supervisor->ended || group_is_left(supervisor))
        pyos_tree_end(&supervisor->tree, SIGKILL);
    if (supervisor->wish->subreaper)
        end_adopted(supervisor, true);
}

static void meet_deadline(struct pyos_supervisor *supervisor)
{
    if (supervisor->deadline == INT64_MAX || pyos_sys_clock_monotonic() < supervisor->deadline)
        return;
    if (supervisor->state != PYOS_RUNNING) {
        kill_all(supervisor);
        return;
    }
    supervisor->timed_out = true;
    begin_ending(supervisor);
    pyos_tree_end(&supervisor->tree, supervisor->wish->signal);
    if (supervisor->wish->subreaper)
        end_adopted(supervisor, false);
}

/* Waits for what has ended. Whether anything of the command is left that has to end. */
static bool is_left(struct pyos_supervisor *supervisor)
{
    bool subreaper = supervisor->wish->subreaper;

    if (!supervisor->ended)
        return true;
    if (supervisor->state == PYOS_RUNNING && !subreaper)
        return false;
    if (!subreaper)
        return group_is_left(supervisor);
    if (reap(supervisor, -1) != 0)
        return false;
    if (supervisor->state != PYOS_RUNNING)
        return end_adopted(supervisor, false);
    begin_ending(supervisor);
    return end_adopted(supervisor, false);
}

static bool is_stop(int signal)
{
    return signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

static bool is_of_terminal(int signal)
{
    return signal == SIGHUP || signal == SIGINT || signal == SIGQUIT || signal == SIGWINCH || signal == SIGCONT ||
           is_stop(signal);
}

/*
 * A signal from the terminal goes to a whole process group, and so the child has had it already,
 * unless it leads one of its own. Where the child stops this process does too, for the shell to see.
 */
static void take_signal(struct pyos_supervisor *supervisor, const struct pyos_signal_info *info)
{
    if (info->number == SIGPIPE && info->by_self)
        return; /* the sink knows */
    if (info->number == SIGCHLD) {
        if (supervisor->wish->subreaper)
            reap(supervisor, -1);
        else if (!supervisor->ended)
            reap_child(supervisor, false);
    } else if (supervisor->ended) {
        if (pyos_signal_action(info->number) == PYOS_SIGNAL_KILLS)
            kill_all(supervisor); /* somebody does not want to wait */
    } else {
        if (supervisor->tree.group != 0 || !info->by_kernel || !is_of_terminal(info->number))
            pyos_tree_pass(&supervisor->tree, info->number);
        if (is_stop(info->number))
            pyos_sys_kill(pyos_sys_getpid(), SIGSTOP);
    }
}

static void take_signals(struct pyos_supervisor *supervisor)
{
    struct pyos_signal_info infos[PYOS_SIGNALS_AT_ONCE];
    int count = pyos_sys_signalfd_read(supervisor->signals, infos);

    for (int i = 0; i < count; i++)
        take_signal(supervisor, &infos[i]);
}

/* ---- the loop */

enum { CHILD, SIGNALS, STREAMS, SINKS = STREAMS + PYOS_STREAMS, SOURCES = SINKS + PYOS_STREAMS };

static void list_sources(const struct pyos_supervisor *supervisor, struct pyos_ready sources[SOURCES])
{
    sources[CHILD] = (struct pyos_ready){.fd = supervisor->pidfd};
    sources[SIGNALS] = (struct pyos_ready){.fd = supervisor->blocking ? supervisor->signals : -1};
    for (int i = 0; i < PYOS_STREAMS; i++) {
        const struct pyos_stream *stream = &supervisor->streams[i];
        const struct pyos_sink *sink = &supervisor->sinks[i];

        sources[STREAMS + i] = (struct pyos_ready){.fd = pyos_stream_wants(stream) ? stream->fd : -1};
        sources[SINKS + i] = (struct pyos_ready){.fd = pyos_sink_waits(sink) ? sink->fd : -1, .write = true};
    }
}

/* Moves what can be moved. done: nobody writes any more whose output is waited for. */
static void move_output(struct pyos_supervisor *supervisor, const struct pyos_ready sources[SOURCES], bool done)
{
    for (int i = 0; i < PYOS_STREAMS; i++) {
        struct pyos_stream *stream = &supervisor->streams[i];
        int result = 0;

        if (sources[STREAMS + i].ready)
            result = pyos_stream_read(stream);
        else if (done && sources[STREAMS + i].fd >= 0)
            pyos_stream_end(stream);
        if (result < 0)
            note_failure(supervisor, -result);
        if (sources[SINKS + i].ready)
            pyos_sink_write(&supervisor->sinks[i]);
        if (stream->sink && stream->sink->errnum == EPIPE)
            pyos_stream_break(stream); /* the child hears of it as if it had written there itself */
    }
}

static bool has_output(const struct pyos_supervisor *supervisor)
{
    for (int i = 0; i < PYOS_STREAMS; i++)
        if (supervisor->streams[i].fd >= 0 || pyos_sink_waits(&supervisor->sinks[i]))
            return true;
    return false;
}

/* How long poll may wait. Once all have ended, what is in the pipes is all that is read. */
static int64_t patience(const struct pyos_supervisor *supervisor, bool done)
{
    int64_t left = INT64_MAX;

    for (int i = 0; done && i < PYOS_STREAMS; i++)
        if (pyos_stream_wants(&supervisor->streams[i]))
            return 0;
    if (supervisor->deadline != INT64_MAX && !done)
        left = supervisor->deadline - pyos_sys_clock_monotonic();
    return left == INT64_MAX ? -1 : left > 0 ? left : 0;
}

/* The child is waited for without poll: there is no memory for it. */
static void give_up(struct pyos_supervisor *supervisor, int errnum)
{
    note_failure(supervisor, errnum);
    for (int i = 0; i < PYOS_STREAMS; i++)
        pyos_stream_end(&supervisor->streams[i]);
    if (!supervisor->ended)
        reap_child(supervisor, true);
}

void pyos_os_supervise(struct pyos_supervisor *supervisor)
{
    bool done = false;

    set_deadline(supervisor, supervisor->begin, supervisor->wish->timeout);
    meet_deadline(supervisor); /* a child that its steps have kept too long is gone, and has timed out */
    while (!done || has_output(supervisor)) {
        struct pyos_ready sources[SOURCES];
        int result;

        list_sources(supervisor, sources);
        result = pyos_sys_wait_ready(sources, SOURCES, patience(supervisor, done));
        if (result < 0) {
            give_up(supervisor, -result);
            break;
        }
        move_output(supervisor, sources, done);
        if (sources[CHILD].ready)
            reap_child(supervisor, true);
        else if (sources[SIGNALS].ready)
            take_signals(supervisor);
        if (!done && !is_left(supervisor)) {
            done = true;
            pyos_supervisor_release(supervisor);
        }
        if (!done)
            meet_deadline(supervisor);
    }
    if (supervisor->timed_out && supervisor->tree.group != 0)
        pyos_sys_kill(-supervisor->tree.group, SIGKILL); /* what is left of it has a parent elsewhere */
}

bool pyos_supervisor_lost_reader(const struct pyos_supervisor *supervisor)
{
    bool ignored = false;
    bool broken = false;

    for (int i = 0; i < PYOS_STREAMS; i++)
        broken = broken || supervisor->sinks[i].errnum == EPIPE;
    return broken && pyos_sys_signal_is_ignored(SIGPIPE, &ignored) == 0 && !ignored;
}

int pyos_supervisor_exit_code(const struct pyos_supervisor *supervisor)
{
    enum { TIMED_OUT = 124, BY_SIGNAL = 128 };
    struct pyos_wait wait = pyos_wait_decode(supervisor->status);

    if (supervisor->timed_out)
        return TIMED_OUT;
    return wait.signaled ? BY_SIGNAL + wait.termsig : wait.exitstatus;
}
