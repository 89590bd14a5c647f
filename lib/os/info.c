#include "pyos/os/info.h"

#include "pyos/os/confstr.h"
#include "pyos/os/info_cgroup.h"
#include "pyos/os/info_environment.h"
#include "pyos/os/info_identity.h"
#include "pyos/os/info_limits.h"
#include "pyos/os/info_mounts.h"
#include "pyos/os/info_namespaces.h"
#include "pyos/os/info_process.h"
#include "pyos/os/info_system.h"
#include "pyos/os/info_terminal.h"
#include "pyos/py/exception.h"
#include "pyos/sys/machine.h"

#include <errno.h>

#define FIELD(member) PYOS_INFO_FIELD(struct pyos_info, member)

static const struct pyos_field fields[] = {
    {FIELD(version), .doc = "of pyos"},
    {FIELD(architecture), .doc = "that it was built for"},
    {FIELD(libc), .doc = "the C library that is linked"},
    {FIELD(uname), .doc = "as os.uname() has it"},
    {FIELD(time), .doc = "now, and when the machine was started, in UTC; seconds since then"},
    {FIELD(times), .doc = "as os.times() has it"},
    {FIELD(ids), .doc = "users and groups"},
    {FIELD(names), .doc = "their names"},
    {FIELD(cwd), .doc = "the current directory"},
    {FIELD(umask), .doc = "what new files do not get"},
    {FIELD(limits), .doc = "each RLIMIT_*, soft and hard; -1 is none"},
    {FIELD(environment), .doc = "all names, and some values"},
    {FIELD(cpus), .doc = "as pyos sched cpus has them"},
    {FIELD(load), .doc = "of 1, 5 and 15 minutes"},
    {FIELD(memory), .doc = "bytes of the machine"},
    {FIELD(memory_limit), .doc = "bytes that the control groups allow"},
    {FIELD(mounts), .doc = "file systems of the current directory and of /tmp"},
    {FIELD(cgroup), .doc = "control groups"},
    {FIELD(namespaces), .doc = "their inodes"},
    {FIELD(capabilities), .doc = "their names"},
    {FIELD(terminal), .doc = "the standard descriptor that is one, and its size"},
    {FIELD(sysconf), .doc = "as os.sysconf() has them"},
};

const struct pyos_record pyos_info_record = {NULL, fields, sizeof fields / sizeof *fields};

struct mounts {
    struct pyos_nested cwd, tmp;
};

static const struct pyos_field mount_fields[] = {
    {PYOS_INFO_FIELD(struct mounts, cwd)},
    {PYOS_INFO_FIELD(struct mounts, tmp)},
};
static const struct pyos_record mount_record = {NULL, mount_fields, 2};

/* A record at work. */
struct work {
    const char *applet;
    struct pyos_arena *arena;
    struct pyos_error *error;
};

/* A subject, or what went wrong with it. Lack of memory is not told as that: then nothing can be. */
static int make(const struct work *work, pyos_info_maker *maker, struct pyos_nested *made)
{
    if (maker(work->arena, made, work->error) == 0)
        return 0;
    return pyos_exception_nested(work->error, work->applet, work->arena, made);
}

int pyos_info_get(struct pyos_info *info, const char *applet, bool variables, struct pyos_arena *arena,
                  struct pyos_error *error)
{
    const struct {
        pyos_info_maker *maker;
        struct pyos_nested *made;
    } subjects[] = {
        {pyos_info_uname, &info->uname},
        {pyos_info_time, &info->time},
        {pyos_info_times, &info->times},
        {pyos_info_ids, &info->ids},
        {pyos_info_names, &info->names},
        {pyos_info_cwd, &info->cwd},
        {pyos_info_umask, &info->umask},
        {pyos_info_limits, &info->limits},
        {pyos_info_environment, &info->environment},
        {pyos_info_cpus, &info->cpus},
        {pyos_info_load, &info->load},
        {pyos_info_memory, &info->memory},
        {pyos_info_memory_limit, &info->memory_limit},
        {pyos_info_cgroup, &info->cgroup},
        {pyos_info_namespaces, &info->namespaces},
        {pyos_info_capabilities, &info->capabilities},
        {pyos_info_terminal, &info->terminal},
        {pyos_info_sysconf, &info->sysconf},
    };
    const struct work work = {applet, arena, error};
    struct mounts *mounts = pyos_info_new(arena, &mount_record, sizeof *mounts, &info->mounts, error);

    info->architecture = pyos_sys_architecture;
    if (!mounts || pyos_os_libc(arena, &info->libc, error) != 0 ||
        make(&work, pyos_info_mount_of_cwd, &mounts->cwd) != 0 ||
        make(&work, pyos_info_mount_of_tmp, &mounts->tmp) != 0)
        return -1;
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (make(&work, subjects[i].maker, subjects[i].made) != 0)
            return -1;
    info->environment.groups |= variables ? PYOS_INFO_VARIABLES : 0;
    return 0;
}
