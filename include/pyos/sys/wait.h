/* Children that have ended, and what they have used. */
#ifndef PYOS_SYS_WAIT_H
#define PYOS_SYS_WAIT_H

#include <stdbool.h>
#include <stdint.h>

/* struct rusage of getrusage(2). */
struct pyos_rusage {
    int64_t utime_seconds, utime_microseconds;
    int64_t stime_seconds, stime_microseconds;
    int64_t maxrss; /* KiB */
    int64_t ixrss, idrss, isrss;
    int64_t minflt, majflt, nswap, inblock, oublock, msgsnd, msgrcv, nsignals, nvcsw, nivcsw;
};

/*
 * wait4(2), with the kernel's own options: the pid of a child that has changed, 0 where WNOHANG is one
 * of them and none has, or -errno. rusage may be NULL.
 */
int pyos_sys_wait4(int pid, int options, int *status, struct pyos_rusage *rusage);

/* siginfo_t of waitid(2). */
struct pyos_child_info {
    int pid;
    uint32_t uid;
    int signo;
    int status;
    int code;
};

/* waitid(2). 0, and info->pid is 0 where WNOHANG is an option and no child has changed; or -errno. */
int pyos_sys_waitid(int kind, int id, int options, struct pyos_child_info *info);

/*
 * wait4(2): reaps a child that has ended; pid as there, one child, -1 any, -N one of a group. Its
 * pid, or 0 where none has ended yet and wait is false, or -errno (-ECHILD: there is no such child).
 * rusage may be NULL.
 */
int pyos_sys_wait(int pid, bool wait, int *status, struct pyos_rusage *rusage);

#endif
