#include "pyos/os/info_namespaces.h"

#include "pyos/sys/statx.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>

#define DIRECTORY "/proc/self/ns"

enum { KINDS = 10 };

struct namespaces {
    struct pyos_maybe of[KINDS];
};

#define KIND(index, called) \
    {PYOS_FIELD_AS(struct namespaces, of[index], called, PYOS_TYPE_MAYBE), \
     .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE}

static const struct pyos_field fields[KINDS] = {
    KIND(0, "cgroup"), KIND(1, "ipc"), KIND(2, "mnt"), KIND(3, "net"), KIND(4, "pid"), KIND(5, "pid_for_children"),
    KIND(6, "time"), KIND(7, "time_for_children"), KIND(8, "user"), KIND(9, "uts"),
};
static const struct pyos_record record = {NULL, fields, KINDS};

/* The number of a file, 0 where there is none. -errno in what follows. */
static int inode_of(const char *path, uint64_t *inode)
{
    struct pyos_statx stat;
    int result = pyos_sys_stat(pyos_place_native(AT_FDCWD), path, true, &stat);

    *inode = result == 0 ? stat.ino : 0;
    return result;
}

int pyos_info_namespaces(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct namespaces *namespaces = pyos_info_new(arena, &record, sizeof *namespaces, made, error);
    char path[sizeof DIRECTORY + NAME_MAX];
    uint64_t inode;
    int result;

    if (!namespaces)
        return -1;
    result = inode_of(DIRECTORY, &inode);
    for (size_t i = 0; result == 0 && i < KINDS; i++) {
        snprintf(path, sizeof path, DIRECTORY "/%s", fields[i].name);
        result = inode_of(path, &inode);
        namespaces->of[i] = (struct pyos_maybe){result == 0, (int64_t)inode}; /* of 32 bits */
        result = result == -ENOENT ? 0 : result;
    }
    return result < 0 ? pyos_error_path(error, -result, pyos_str(DIRECTORY)) : 0;
}
