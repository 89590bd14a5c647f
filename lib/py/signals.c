#include "pyos/py/signals.h"

#include <signal.h>
#include <stddef.h>

/* Real-time signals count from 34, as Python and glibc have it: the kernel keeps 32 and 33 for libc. */
static const char *const names[PYOS_SIGNAL_MAX + 1] = {
    [SIGHUP] = "SIGHUP",
    [SIGINT] = "SIGINT",
    [SIGQUIT] = "SIGQUIT",
    [SIGILL] = "SIGILL",
    [SIGTRAP] = "SIGTRAP",
    [SIGABRT] = "SIGABRT",
    [SIGBUS] = "SIGBUS",
    [SIGFPE] = "SIGFPE",
    [SIGKILL] = "SIGKILL",
    [SIGUSR1] = "SIGUSR1",
    [SIGSEGV] = "SIGSEGV",
    [SIGUSR2] = "SIGUSR2",
    [SIGPIPE] = "SIGPIPE",
    [SIGALRM] = "SIGALRM",
    [SIGTERM] = "SIGTERM",
    [SIGSTKFLT] = "SIGSTKFLT",
    [SIGCHLD] = "SIGCHLD",
    [SIGCONT] = "SIGCONT",
    [SIGSTOP] = "SIGSTOP",
    [SIGTSTP] = "SIGTSTP",
    [SIGTTIN] = "SIGTTIN",
    [SIGTTOU] = "SIGTTOU",
    [SIGURG] = "SIGURG",
    [SIGXCPU] = "SIGXCPU",
    [SIGXFSZ] = "SIGXFSZ",
    [SIGVTALRM] = "SIGVTALRM",
    [SIGPROF] = "SIGPROF",
    [SIGWINCH] = "SIGWINCH",
    [SIGIO] = "SIGIO",
    [SIGPWR] = "SIGPWR",
    [SIGSYS] = "SIGSYS",
    [34] = "SIGRTMIN",
    [35] = "SIGRTMIN+1",
    [36] = "SIGRTMIN+2",
    [37] = "SIGRTMIN+3",
    [38] = "SIGRTMIN+4",
    [39] = "SIGRTMIN+5",
    [40] = "SIGRTMIN+6",
    [41] = "SIGRTMIN+7",
    [42] = "SIGRTMIN+8",
    [43] = "SIGRTMIN+9",
    [44] = "SIGRTMIN+10",
    [45] = "SIGRTMIN+11",
    [46] = "SIGRTMIN+12",
    [47] = "SIGRTMIN+13",
    [48] = "SIGRTMIN+14",
    [49] = "SIGRTMIN+15",
    [50] = "SIGRTMAX-14",
    [51] = "SIGRTMAX-13",
    [52] = "SIGRTMAX-12",
    [53] = "SIGRTMAX-11",
    [54] = "SIGRTMAX-10",
    [55] = "SIGRTMAX-9",
    [56] = "SIGRTMAX-8",
    [57] = "SIGRTMAX-7",
    [58] = "SIGRTMAX-6",
    [59] = "SIGRTMAX-5",
    [60] = "SIGRTMAX-4",
    [61] = "SIGRTMAX-3",
    [62] = "SIGRTMAX-2",
    [63] = "SIGRTMAX-1",
    [64] = "SIGRTMAX",
};

const char *pyos_signal_name(int number)
{
    return number > 0 && number <= PYOS_SIGNAL_MAX ? names[number] : NULL;
}

enum pyos_signal_action pyos_signal_action(int number)
{
    switch (number) {
    case SIGCHLD:
    case SIGCONT:
    case SIGURG:
    case SIGWINCH:
        return PYOS_SIGNAL_IGNORED;
    case SIGSTOP:
    case SIGTSTP:
    case SIGTTIN:
    case SIGTTOU:
        return PYOS_SIGNAL_STOPS;
    default:
        return PYOS_SIGNAL_KILLS;
    }
}
