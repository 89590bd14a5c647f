/*
 * From a path to what a call of the kernel takes. Each call of this room that has a path comes through here, on the
 * native backend, where nothing is to be done, and on the emulated one, where no path leaves the root.
 */
#ifndef PYOS_SYS_RESOLVE_H
#define PYOS_SYS_RESOLVE_H

#include "pyos/base/place.h"

#include <stdbool.h>
#include <stdint.h>

enum pyos_sys_look {
    PYOS_SYS_LOOK_NAME, /* for a name that is made, moved or removed: the kernel follows no link there */
    PYOS_SYS_LOOK_LINK, /* for a file, a link itself */
    PYOS_SYS_LOOK_FILE, /* for a file, or what a link leads to */
};

static inline enum pyos_sys_look pyos_sys_look_for(bool follow)
{
    return follow ? PYOS_SYS_LOOK_FILE : PYOS_SYS_LOOK_LINK;
}

/*
 * Where a path has led: to a name below a directory, or with an empty name to the file fd itself, which is O_PATH.
 * flags are those that a call of the *at family takes for it: AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW.
 */
struct pyos_sys_spot {
    const struct pyos_root *root; /* as in the place */
    int fd;
    const char *name;
    int flags;
};

/* 0 or -errno; a spot that was found is left again, with the result of the call that it was for. */
int pyos_sys_resolve(struct pyos_place place, const char *path, enum pyos_sys_look look, struct pyos_sys_spot *spot);
int pyos_sys_leave(const struct pyos_sys_spot *spot, int result);

/* Whether a path ends with a name: not with a slash, ".", "..", and not with nothing at all. */
bool pyos_sys_ends_with_name(const char *path);

/* openat(2), close-on-exec; begins again when a signal came first. A descriptor or -errno. */
int pyos_sys_resolve_open(struct pyos_place place, const char *path, int flags, uint32_t mode);

#endif
