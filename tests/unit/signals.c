/* py/signals: the names that Python gives, and what a signal does. */
#include "test.h"

#include "pyos/py/signals.h"

#include <limits.h>
#include <signal.h>

/* Recorded from CPython 3.13: signal.Signals; the others are told by the two that are. */
static const char *const names[] = {
    "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1", "SIGSEGV",
    "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM", "SIGSTKFLT", "SIGCHLD", "SIGCONT", "SIGSTOP", "SIGTSTP", "SIGTTIN",
    "SIGTTOU", "SIGURG", "SIGXCPU", "SIGXFSZ", "SIGVTALRM", "SIGPROF", "SIGWINCH", "SIGIO", "SIGPWR", "SIGSYS",
};

static bool named(int number, const char *name)
{
    const char *got = pyos_signal_name(number);

    return got && strcmp(got, name) == 0;
}

int main(void)
{
    const int count = sizeof names / sizeof *names;
    struct test test = {0};
    char name[32];

    for (int i = 0; i < count; i++)
        expect_of(&test, named(i + 1, names[i]), "a signal has Python's name", names[i]);
    expect(&test, named(34, "SIGRTMIN") && named(64, "SIGRTMAX"), "the ends of the real-time signals have names");
    for (int i = 1; i < 30; i++) {
        snprintf(name, sizeof name, i <= 15 ? "SIGRTMIN+%d" : "SIGRTMAX-%d", i <= 15 ? i : 30 - i);
        expect_of(&test, named(34 + i, name), "and those between count from the nearer one", name);
    }
    expect(&test, !pyos_signal_name(0) && !pyos_signal_name(32) && !pyos_signal_name(33) && !pyos_signal_name(65) &&
                      !pyos_signal_name(-1) && !pyos_signal_name(INT_MAX) && !pyos_signal_name(INT_MIN),
           "no other number has one");
    expect(&test, pyos_signal_action(SIGTERM) == PYOS_SIGNAL_KILLS && pyos_signal_action(64) == PYOS_SIGNAL_KILLS,
           "most signals kill");
    expect(&test, pyos_signal_action(SIGSTOP) == PYOS_SIGNAL_STOPS && pyos_signal_action(SIGTTOU) == PYOS_SIGNAL_STOPS,
           "some stop");
    expect(&test, pyos_signal_action(SIGCHLD) == PYOS_SIGNAL_IGNORED &&
                      pyos_signal_action(SIGCONT) == PYOS_SIGNAL_IGNORED,
           "some do neither");
    return test.failures > 0;
}
