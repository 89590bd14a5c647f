#include "pyos/sys/signal.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

/* include/uapi/asm-generic/siginfo.h; libcs have it too, but not all of them */
enum { BY_KERNEL = 0x80 };

static int set_mask(int how, uint64_t signals, uint64_t *old)
{
    return syscall(SYS_rt_sigprocmask, how, &signals, old, sizeof signals) == 0 ? 0 : -errno;
}

int pyos_sys_signals_block(uint64_t signals, uint64_t *old)
{
    return set_mask(SIG_BLOCK, signals, old);
}

int pyos_sys_signals_set_mask(uint64_t signals, uint64_t *old)
{
    return set_mask(SIG_SETMASK, signals, old);
}

int pyos_sys_signal_default(int number)
{
    /* The kernel's struct sigaction, larger than any machine's: all zero is SIG_DFL wherever its members stand. */
    static const unsigned long action[8];

    if (number == SIGKILL || number == SIGSTOP)
        return 0;
    return syscall(SYS_rt_sigaction, number, action, NULL, sizeof(uint64_t)) == 0 ? 0 : -errno;
}

int pyos_sys_signal_ignore(int number, bool ignore, bool *ignored_before)
{
    struct sigaction action = {.sa_handler = ignore ? SIG_IGN : SIG_DFL};
    struct sigaction before;

    if (sigaction(number, &action, &before) != 0)
        return -errno;
    if (ignored_before)
        *ignored_before = before.sa_handler == SIG_IGN;
    return 0;
}

int pyos_sys_signal_is_ignored(int number, bool *ignored)
{
    struct sigaction action;

    if (sigaction(number, NULL, &action) != 0)
        return -errno;
    *ignored = action.sa_handler == SIG_IGN;
    return 0;
}

int pyos_sys_sigchld_ignore(bool ignore, bool *ignored_before)
{
    return pyos_sys_signal_ignore(SIGCHLD, ignore, ignored_before);
}

int pyos_sys_kill(int pid, int signal)
{
    return kill(pid, signal) == 0 ? 0 : -errno;
}

int pyos_sys_killpg(int group, int signal)
{
    return killpg(group, signal) == 0 ? 0 : -errno;
}

static void die(int signal)
{
    uint64_t mask = 0;

    pyos_sys_signal_default(signal);
    kill(getpid(), signal);
    set_mask(SIG_BLOCK, 0, &mask);
    set_mask(SIG_SETMASK, mask & ~PYOS_SIGNAL_BIT(signal), NULL);
}

void pyos_sys_die_by(int signal)
{
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0}); /* never refused: limits may always be lowered */
    die(signal);
}

void pyos_sys_abort(void)
{
    die(SIGABRT);
}

int pyos_sys_signalfd(uint64_t signals)
{
    int fd = (int)syscall(SYS_signalfd4, -1, &signals, sizeof signals, SFD_CLOEXEC | SFD_NONBLOCK); /* an int */

    return fd >= 0 ? fd : -errno;
}

int pyos_sys_signalfd_read(int fd, struct pyos_signal_info infos[PYOS_SIGNALS_AT_ONCE])
{
    struct signalfd_siginfo raw[PYOS_SIGNALS_AT_ONCE];
    ssize_t n = read(fd, raw, sizeof raw);
    int count = n > 0 ? (int)((size_t)n / sizeof *raw) : 0; /* whole ones */

    for (int i = 0; i < count; i++)
        infos[i] = (struct pyos_signal_info){(int)raw[i].ssi_signo, /* 1 to 64 */
                                             raw[i].ssi_code == BY_KERNEL, (pid_t)raw[i].ssi_pid == getpid()};
    return count;
}
