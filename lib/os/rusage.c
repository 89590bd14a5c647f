#include "pyos/os/rusage.h"

#include "pyos/sys/wait.h"

#define ROW(member) \
    PYOS_FIELD_AS(struct pyos_usage, member, "ru_" #member, PYOS_TYPE(struct pyos_usage, member)), \
        .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {ROW(utime), .doc = "seconds in the program itself"},
    {ROW(stime), .doc = "seconds in the kernel for it"},
    {ROW(maxrss), .doc = "the most memory it had at once, KiB"},
    {ROW(ixrss)},
    {ROW(idrss)},
    {ROW(isrss)},
    {ROW(minflt), .doc = "page faults without a read"},
    {ROW(majflt), .doc = "page faults with a read"},
    {ROW(nswap)},
    {ROW(inblock), .doc = "reads from disks"},
    {ROW(oublock), .doc = "writes to disks"},
    {ROW(msgsnd)},
    {ROW(msgrcv)},
    {ROW(nsignals)},
    {ROW(nvcsw), .doc = "times it waited"},
    {ROW(nivcsw), .doc = "times it was made to wait"},
};

const struct pyos_record pyos_rusage_record = {"resource.struct_rusage", fields, sizeof fields / sizeof *fields};

/* As CPython computes it. */
static double seconds_of(int64_t seconds, int64_t microseconds)
{
    return (double)seconds + (double)microseconds * 0.000001;
}

struct pyos_usage pyos_os_usage(const struct pyos_rusage *raw)
{
    return (struct pyos_usage){
        .utime = seconds_of(raw->utime_seconds, raw->utime_microseconds),
        .stime = seconds_of(raw->stime_seconds, raw->stime_microseconds),
        .maxrss = raw->maxrss,
        .ixrss = raw->ixrss,
        .idrss = raw->idrss,
        .isrss = raw->isrss,
        .minflt = raw->minflt,
        .majflt = raw->majflt,
        .nswap = raw->nswap,
        .inblock = raw->inblock,
        .oublock = raw->oublock,
        .msgsnd = raw->msgsnd,
        .msgrcv = raw->msgrcv,
        .nsignals = raw->nsignals,
        .nvcsw = raw->nvcsw,
        .nivcsw = raw->nivcsw,
    };
}
