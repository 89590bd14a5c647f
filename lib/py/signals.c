#include "pyos/py/signals.h"

#include "pyos/py/int.h"

#include <ctype.h>
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

/* Further names that Python has for some of them. */
static const struct {
    const char *name;
    int number;
} aliases[] = {{"SIGCLD", SIGCHLD}, {"SIGIOT", SIGABRT}, {"SIGPOLL", SIGIO}};

enum { SIG = 3 }; /* the length of what all names begin with */

static bool is_name(const char *name, struct pyos_str word)
{
    if (word.size > SIG && memcmp(word.data, "SIG", SIG) == 0)
        word = (struct pyos_str){word.data + SIG, word.size - SIG};
    return strlen(name) == SIG + word.size && memcmp(name + SIG, word.data, word.size) == 0;
}

/* 0 where there is none. */
static int find_name(struct pyos_str word)
{
    for (int i = 1; i <= PYOS_SIGNAL_MAX; i++)
        if (names[i] && is_name(names[i], word))
            return i;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (is_name(aliases[i].name, word))
            return aliases[i].number;
    return 0;
}

int pyos_signal_read(struct pyos_str word, int *number, struct pyos_error *error)
{
    int64_t wide;

    if (word.size > 0 && isalpha((unsigned char)word.data[0])) {
        *number = find_name(word);
        if (*number > 0)
            return 0;
        return pyos_error_usage(error, PYOS_ATTRIBUTEERROR, "module 'signal' has no attribute '%.*s'",
                                (int)(word.size < 200 ? word.size : 200), word.data); /* cut to fit */
    }
    if (pyos_int_parse_wide(word, &wide, error) != 0)
        return -1;
    if (wide < 1 || wide > PYOS_SIGNAL_MAX)
        return pyos_error_say(error, PYOS_VALUEERROR, "signal number %lld out of range [1; %d]", (long long)wide,
                              PYOS_SIGNAL_MAX);
    *number = (int)wide; /* in range */
    return 0;
}

int pyos_signals_read(struct pyos_str list, uint64_t *bits, struct pyos_error *error)
{
    *bits = 0;
    while (list.size > 0) {
        const char *comma = memchr(list.data, ',', list.size);
        struct pyos_str word = {list.data, comma ? (size_t)(comma - list.data) : list.size}; /* inside of it */
        int number;

        if (pyos_signal_read(word, &number, error) != 0)
            return -1;
        *bits |= UINT64_C(1) << (number - 1);
        list.data += word.size + (comma ? 1 : 0);
        list.size -= word.size + (comma ? 1 : 0);
    }
    return 0;
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
