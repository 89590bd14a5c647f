#include "pyos/os/statx.h"

#include "pyos/os/conflict.h"
#include "pyos/sys/statx.h"

#include <fcntl.h>
#include <sys/sysmacros.h>

/* What the kernel said; a member that it did not tell is None. */
struct result {
    uint32_t mask;
    uint64_t attributes;
    uint64_t attributes_mask;
    struct pyos_maybe mode, nlink, uid, gid, size, blocks;
    uint64_t ino;
    struct pyos_time atime, btime, ctime, mtime;
    int64_t blksize;
    uint64_t dev, rdev;
    uint32_t dev_major, dev_minor, rdev_major, rdev_minor;
    struct pyos_maybe mnt_id, subvol;
    struct pyos_maybe dio_mem_align, dio_offset_align, dio_read_offset_align;
    struct pyos_maybe atomic_write_unit_min, atomic_write_unit_max, atomic_write_unit_max_opt;
    struct pyos_maybe atomic_write_segments_max;
};

#define SHOWN .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE
#define ROW(member) {PYOS_FIELD_AS(struct result, member, "stx_" #member, PYOS_TYPE(struct result, member)), SHOWN}
#define NS(member) {PYOS_FIELD_AS(struct result, member, "stx_" #member "_ns", PYOS_TYPE_TIME_NS), SHOWN}
#define TIME(member) ROW(member), NS(member)

static const struct pyos_field fields[] = {
    ROW(mask),       TIME(atime),     ROW(attributes), ROW(attributes_mask), ROW(blksize),
    ROW(blocks),     TIME(btime),     TIME(ctime),     ROW(dev),             ROW(dev_major),
    ROW(dev_minor),  ROW(gid),        ROW(ino),        ROW(mnt_id),          ROW(mode),
    TIME(mtime),     ROW(nlink),      ROW(rdev),       ROW(rdev_major),      ROW(rdev_minor),
    ROW(size),       ROW(subvol),     ROW(uid),        ROW(dio_mem_align),   ROW(dio_offset_align),
    ROW(dio_read_offset_align), ROW(atomic_write_segments_max), ROW(atomic_write_unit_max),
    ROW(atomic_write_unit_max_opt), ROW(atomic_write_unit_min),
};

static const struct pyos_record record = {"os.statx_result", fields, sizeof fields / sizeof *fields};

/* A value, where all bits of its mask are there. Numbers of files, of blocks and of mounts are below 2^63. */
static struct pyos_maybe maybe(const struct pyos_statx *raw, unsigned mask, uint64_t value)
{
    return (struct pyos_maybe){(raw->mask & mask) == mask, (int64_t)value};
}

static struct pyos_time time_of(const struct pyos_statx *raw, unsigned mask, struct pyos_statx_time time)
{
    return (struct pyos_time){time.seconds, time.nanoseconds, !(raw->mask & mask)};
}

static void fill(struct result *result, const struct pyos_statx *raw)
{
    unsigned mount = raw->mask & (PYOS_STATX_MNT_ID | PYOS_STATX_MNT_ID_UNIQUE);

    *result = (struct result){
        .mask = raw->mask,
        .attributes = raw->attributes,
        .attributes_mask = raw->attributes_mask,
        .mode = maybe(raw, PYOS_STATX_TYPE | PYOS_STATX_MODE, raw->mode),
        .nlink = maybe(raw, PYOS_STATX_NLINK, raw->nlink),
        .uid = maybe(raw, PYOS_STATX_UID, raw->uid),
        .gid = maybe(raw, PYOS_STATX_GID, raw->gid),
        .size = maybe(raw, PYOS_STATX_SIZE, raw->size),
        .blocks = maybe(raw, PYOS_STATX_BLOCKS, raw->blocks),
        .ino = raw->ino,
        .atime = time_of(raw, PYOS_STATX_ATIME, raw->atime),
        .btime = time_of(raw, PYOS_STATX_BTIME, raw->btime),
        .ctime = time_of(raw, PYOS_STATX_CTIME, raw->ctime),
        .mtime = time_of(raw, PYOS_STATX_MTIME, raw->mtime),
        .blksize = raw->blksize,
        .dev = makedev(raw->dev_major, raw->dev_minor),
        .rdev = makedev(raw->rdev_major, raw->rdev_minor),
        .dev_major = raw->dev_major,
        .dev_minor = raw->dev_minor,
        .rdev_major = raw->rdev_major,
        .rdev_minor = raw->rdev_minor,
        .mnt_id = {mount != 0, (int64_t)raw->mnt_id}, /* as above */
        .subvol = maybe(raw, PYOS_STATX_SUBVOL, raw->subvol),
        .dio_mem_align = maybe(raw, PYOS_STATX_DIOALIGN, raw->dio_mem_align),
        .dio_offset_align = maybe(raw, PYOS_STATX_DIOALIGN, raw->dio_offset_align),
        .dio_read_offset_align = maybe(raw, PYOS_STATX_DIO_READ_ALIGN, raw->dio_read_offset_align),
        .atomic_write_unit_min = maybe(raw, PYOS_STATX_WRITE_ATOMIC, raw->atomic_write_unit_min),
        .atomic_write_unit_max = maybe(raw, PYOS_STATX_WRITE_ATOMIC, raw->atomic_write_unit_max),
        .atomic_write_unit_max_opt = maybe(raw, PYOS_STATX_WRITE_ATOMIC, raw->atomic_write_unit_max_opt),
        .atomic_write_segments_max = maybe(raw, PYOS_STATX_WRITE_ATOMIC, raw->atomic_write_segments_max),
    };
}

/* ---- the row */

struct arguments {
    struct pyos_path path;
    uint32_t mask;
    uint32_t flags;
    struct pyos_dir_fd dir_fd;
    bool follow_symlinks;
};

static const struct arguments defaults = {.dir_fd = {PYOS_DIR_FD_NONE}, .follow_symlinks = true};

#define PARAM(member) PYOS_PARAM(struct arguments, member)

static const struct pyos_param params[] = {
    {PARAM(path), .flags = PYOS_PARAM_POSITIONAL},
    {PARAM(mask), .flags = PYOS_PARAM_POSITIONAL},
    {PARAM(flags), .metavar = "N", .left_out = "0", .doc = "such as AT_STATX_DONT_SYNC"},
    {PARAM(dir_fd), .metavar = "N", .left_out = "None", .doc = "a path is relative to this open directory"},
    {PARAM(follow_symlinks), .letter = 'P', .flags = PYOS_PARAM_NEGATIVE, .doc = "of a link itself",
     .left_out = "True"},
};

static int run_statx(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_path *path = &given->path;
    struct result *result = pyos_arena_get(call->arena, sizeof *result);
    struct pyos_statx raw;
    int done;

    if (pyos_conflict_dir_fd_without_path("statx", path, given->dir_fd, call->error) != 0 ||
        pyos_conflict_fd_and_follow_symlinks("statx", path, given->follow_symlinks, call->error) != 0)
        return -1;
    if (!result)
        return pyos_error_memory(call->error);
    if (pyos_path_is_open(path))
        done = pyos_sys_statx(pyos_place_native(path->fd), "", given->flags | AT_EMPTY_PATH, given->mask, &raw);
    else
        done = pyos_sys_statx(pyos_call_place(call, given->dir_fd), path->name.data,
                              given->flags | (given->follow_symlinks ? 0 : AT_SYMLINK_NOFOLLOW), given->mask, &raw);
    if (done < 0)
        return pyos_call_of_path(call, done, path);
    fill(result, &raw);
    call->result.nested = (struct pyos_nested){.record = &record, .data = result};
    return 0;
}

static const struct pyos_function functions[] = {
    {.name = "statx", .doc = "What Linux knows of a file: MASK is STATX_BASIC_STATS, STATX_BTIME and such.",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct arguments),
     .defaults = &defaults, .result = PYOS_TYPE_NESTED, .record = &record,
     .emulation = PYOS_EMULATED, .run = run_statx},
};

const struct pyos_section pyos_os_statx_section = {
    "Files and Directories", "linux", functions, sizeof functions / sizeof *functions, NULL,
};
