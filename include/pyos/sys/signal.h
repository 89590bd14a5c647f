/*
 * Signals. Sets are the kernel's own, signal n is bit n - 1: libc's would leave out those that it
 * keeps for itself, SIGRTMIN of Python among them. Every call returns a value >= 0, or -errno.
 */
#ifndef PYOS_SYS_SIGNAL_H
#define PYOS_SYS_SIGNAL_H

#include <stdbool.h>
#include <stdint.h>

#define PYOS_SIGNAL_BIT(number) (UINT64_C(1) << ((number) - 1))

/* sigprocmask(2): adds to the blocked signals, or says which they are; *old is what they were, or old is NULL. */
int pyos_sys_signals_block(uint64_t signals, uint64_t *old);
int pyos_sys_signals_set_mask(uint64_t signals, uint64_t *old);

/* sigaction(2): what the kernel does by itself. number: 1 to 64; SIGKILL and SIGSTOP are left as they are. */
int pyos_sys_signal_default(int number);

/* Lets a signal be ignored, or do what it does by itself. *ignored_before may be NULL. */
int pyos_sys_signal_ignore(int number, bool ignore, bool *ignored_before);

/* sigaction(2): whether a signal is ignored. */
int pyos_sys_signal_is_ignored(int number, bool *ignored);

/* Lets SIGCHLD be ignored, or not. An ignored one would take the status of a child with it. */
int pyos_sys_sigchld_ignore(bool ignore, bool *ignored_before);

/* kill(2); a negative pid is a process group. */
int pyos_sys_kill(int pid, int signal);

/* killpg(3): 0 is the own group. */
int pyos_sys_killpg(int group, int signal);

/* abort(3), core dump and all. Returns where die_by would. */
void pyos_sys_abort(void);

/*
 * Dies by a signal: unblocks it, lets it do what it does by itself, and leaves no core dump. Returns
 * where that is nothing, and where the kernel keeps it from this process (PID 1).
 */
void pyos_sys_die_by(int signal);

/* A signal that has come. */
struct pyos_signal_info {
    int number;
    bool by_kernel; /* from a terminal, that is to say to the whole of a process group */
    bool by_self;   /* of this process's own doing, as SIGPIPE is */
};

/* signalfd(2): a descriptor, close-on-exec, that reads blocked signals and never waits for one. */
int pyos_sys_signalfd(uint64_t signals);

enum { PYOS_SIGNALS_AT_ONCE = 8 };

/* The next ones: how many, fewer than PYOS_SIGNALS_AT_ONCE when there were no more; 0 on failure too. */
int pyos_sys_signalfd_read(int fd, struct pyos_signal_info infos[PYOS_SIGNALS_AT_ONCE]);

#endif
