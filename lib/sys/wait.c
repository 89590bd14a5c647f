#include "pyos/sys/wait.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static struct pyos_rusage rusage_of(const struct rusage *raw)
{
    return (struct pyos_rusage){
        .utime_seconds = raw->ru_utime.tv_sec,
        .utime_microseconds = raw->ru_utime.tv_usec,
        .stime_seconds = raw->ru_stime.tv_sec,
        .stime_microseconds = raw->ru_stime.tv_usec,
        .maxrss = raw->ru_maxrss,
        .ixrss = raw->ru_ixrss,
        .idrss = raw->ru_idrss,
        .isrss = raw->ru_isrss,
        .minflt = raw->ru_minflt,
        .majflt = raw->ru_majflt,
        .nswap = raw->ru_nswap,
        .inblock = raw->ru_inblock,
        .oublock = raw->ru_oublock,
        .msgsnd = raw->ru_msgsnd,
        .msgrcv = raw->ru_msgrcv,
        .nsignals = raw->ru_nsignals,
        .nvcsw = raw->ru_nvcsw,
        .nivcsw = raw->ru_nivcsw,
    };
}

int pyos_sys_wait4(int pid, int options, int *status, struct pyos_rusage *rusage)
{
    struct rusage raw;
    int got;

    do
        got = wait4(pid, status, options, &raw);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return -errno;
    if (got > 0 && rusage)
        *rusage = rusage_of(&raw);
    return got;
}

int pyos_sys_wait(int pid, bool wait, int *status, struct pyos_rusage *rusage)
{
    return pyos_sys_wait4(pid, wait ? 0 : WNOHANG, status, rusage);
}

/* Raw: which kinds there are, the kernel knows. */
int pyos_sys_waitid(int kind, int id, int options, struct pyos_child_info *info)
{
    siginfo_t raw = {0};
    long result;

    do
        result = syscall(SYS_waitid, kind, id, &raw, options, NULL);
    while (result < 0 && errno == EINTR);
    if (result < 0)
        return -errno;
    *info = (struct pyos_child_info){raw.si_pid, raw.si_uid, raw.si_signo, raw.si_status, raw.si_code};
    return 0;
}
