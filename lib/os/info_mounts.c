#include "pyos/os/info_mounts.h"

#include "pyos/os/file_text.h"
#include "pyos/os/mountinfo.h"
#include "pyos/os/statvfs.h"
#include "pyos/sys/statx.h"

#include <errno.h>
#include <stdio.h>

struct mount {
    struct pyos_str mount_point, type, source, options, super_options;
    struct pyos_nested statvfs;
};

#define PART(member) {PYOS_INFO_FIELD(struct mount, member)}

static const struct pyos_field fields[] = {
    PART(mount_point), PART(type), PART(source), PART(options), PART(super_options), PART(statvfs),
};
static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

/* Whether a file is on a mount: by its id, or before Linux 5.8 by the device. */
static bool holds(const struct pyos_mount *mount, const struct pyos_statx *stat)
{
    char device[sizeof "4294967295:4294967295"];

    if (stat->mask & PYOS_STATX_MNT_ID)
        return mount->id >= 0 && (uint64_t)mount->id == stat->mnt_id; /* >= 0 */
    snprintf(device, sizeof device, "%u:%u", stat->dev_major, stat->dev_minor);
    return pyos_str_equal(mount->device, pyos_str(device));
}

/* The last mount that holds it hides those before. */
static int find_mount(const char *path, struct pyos_arena *arena, struct pyos_mount *found, struct pyos_error *error)
{
    struct pyos_statx stat;
    struct pyos_str text;
    int result = pyos_sys_stat(pyos_place_native(AT_FDCWD), path, true, &stat);

    *found = (struct pyos_mount){0};
    if (result < 0)
        return pyos_error_path(error, -result, pyos_str(path));
    if (pyos_file_text("/proc/self/mountinfo", arena, &text, error) != 0)
        return -1;
    while (text.size > 0) {
        struct pyos_mount mount;

        if (pyos_mount_read(pyos_file_part(&text, '\n'), arena, &mount, error) != 0)
            return -1;
        if (holds(&mount, &stat))
            *found = mount;
    }
    return 0;
}

/* What mountinfo does not show, such as a mount outside of the root, is null. */
static int make(const char *path, struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct mount *mount = pyos_info_new(arena, &record, sizeof *mount, made, error);
    struct pyos_sys_filesystem *filesystem;
    struct pyos_mount found;

    if (!mount || find_mount(path, arena, &found, error) != 0)
        return -1;
    *mount = (struct mount){.mount_point = found.mount_point, .type = found.type, .source = found.source,
                            .options = found.options, .super_options = found.super_options};
    filesystem = pyos_info_new(arena, &pyos_statvfs_record, sizeof *filesystem, &mount->statvfs, error);
    return filesystem ? pyos_os_statvfs(pyos_place_here(NULL), pyos_str(path), filesystem, error) : -1;
}

int pyos_info_mount_of_cwd(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    return make(".", arena, made, error);
}

int pyos_info_mount_of_tmp(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    return make("/tmp", arena, made, error);
}
