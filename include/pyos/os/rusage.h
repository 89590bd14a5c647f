/* What a process has used (manual: os.wait4; resource.struct_rusage). */
#ifndef PYOS_OS_RUSAGE_H
#define PYOS_OS_RUSAGE_H

#include "pyos/py/record.h"

#include <stdint.h>

struct pyos_usage {
    double utime, stime; /* seconds */
    int64_t maxrss;      /* KiB */
    int64_t ixrss, idrss, isrss;
    int64_t minflt, majflt, nswap, inblock, oublock, msgsnd, msgrcv, nsignals, nvcsw, nivcsw;
};

extern const struct pyos_record pyos_rusage_record;

struct pyos_rusage;

/* What the kernel said (sys/wait.h), in Python's numbers. */
struct pyos_usage pyos_os_usage(const struct pyos_rusage *raw);

#endif
