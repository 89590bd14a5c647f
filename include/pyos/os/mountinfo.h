/* What is mounted where: lines of /proc/self/mountinfo (proc_pid_mountinfo(5)). */
#ifndef PYOS_OS_MOUNTINFO_H
#define PYOS_OS_MOUNTINFO_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdint.h>

struct pyos_mount {
    int64_t id;             /* as statx has it; -1 where the line is none of the kernel's */
    struct pyos_str device; /* MAJOR:MINOR */
    struct pyos_str root;   /* what of the file system is mounted: its path there */
    struct pyos_str mount_point;
    struct pyos_str options; /* of the mount */
    struct pyos_str type;
    struct pyos_str source;
    struct pyos_str super_options; /* of the file system */
};

/* A line without its end. Texts in which something was escaped are in the arena and end with NUL; the rest in it. */
int pyos_mount_read(struct pyos_str line, struct pyos_arena *arena, struct pyos_mount *mount, struct pyos_error *error);

#endif
