#include "pyos/os/stat.h"

#include "pyos/os/conflict.h"
#include "pyos/sys/statx.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>

#define ROW(member, called) PYOS_FIELD_AS(struct pyos_stat, member, called, PYOS_TYPE(struct pyos_stat, member))
#define VIEW(member, called, as) PYOS_FIELD_AS(struct pyos_stat, member, called, as)
#define BOTH .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE
#define ITEM .flags = PYOS_FIELD_ITEM
#define ATTRIBUTE .flags = PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {ROW(path, "path"), ATTRIBUTE, .group = PYOS_STAT_PATH, .doc = "the file, as it was named"},
    {ROW(fd, "fd"), ATTRIBUTE, .group = PYOS_STAT_FD, .doc = "the file's descriptor"},
    {ROW(mode, "st_mode"), BOTH, .doc = "type and permissions"},
    {ROW(ino, "st_ino"), BOTH, .doc = "inode"},
    {ROW(dev, "st_dev"), BOTH, .doc = "device that holds the file"},
    {ROW(nlink, "st_nlink"), BOTH, .doc = "number of hard links"},
    {ROW(uid, "st_uid"), BOTH, .doc = "owner"},
    {ROW(gid, "st_gid"), BOTH, .doc = "group"},
    {ROW(size, "st_size"), BOTH, .doc = "bytes"},
    {VIEW(atime, "st_atime", PYOS_TYPE_TIME_S), ITEM},
    {VIEW(mtime, "st_mtime", PYOS_TYPE_TIME_S), ITEM},
    {VIEW(ctime, "st_ctime", PYOS_TYPE_TIME_S), ITEM},
    {ROW(atime, "st_atime"), ATTRIBUTE, .doc = "last access, seconds since the epoch, float"},
    {ROW(mtime, "st_mtime"), ATTRIBUTE, .doc = "last change of the content"},
    {ROW(ctime, "st_ctime"), ATTRIBUTE, .doc = "last change of the inode"},
    {VIEW(atime, "st_atime_ns", PYOS_TYPE_TIME_NS), ATTRIBUTE, .doc = "last access, nanoseconds, int"},
    {VIEW(mtime, "st_mtime_ns", PYOS_TYPE_TIME_NS), ATTRIBUTE, .doc = "last change of the content"},
    {VIEW(ctime, "st_ctime_ns", PYOS_TYPE_TIME_NS), ATTRIBUTE, .doc = "last change of the inode"},
    {ROW(blksize, "st_blksize"), ATTRIBUTE, .doc = "good size for reading"},
    {ROW(blocks, "st_blocks"), ATTRIBUTE, .doc = "blocks of 512 bytes that are in use"},
    {ROW(rdev, "st_rdev"), ATTRIBUTE, .doc = "device that the file is"},
    {ROW(type, "type"), ATTRIBUTE, .doc = "file, directory, symlink, fifo, socket, char_device, block_device"},
    {ROW(filemode, "filemode"), ATTRIBUTE, .doc = "-rw-r--r--, as stat.filemode"},
    {ROW(birthtime, "st_birthtime"), ATTRIBUTE, .doc = "when the file was made, where that is kept"},
    {VIEW(birthtime, "st_birthtime_ns", PYOS_TYPE_TIME_NS), ATTRIBUTE, .doc = "the same, nanoseconds"},
    {ROW(mount_id, "mount_id"), ATTRIBUTE, .doc = "the mount's, as in /proc/self/mountinfo"},
    {ROW(attributes, "attributes"), ATTRIBUTE, .doc = "names of the statx attributes that are set"},
    {ROW(user, "user"), ATTRIBUTE, .group = PYOS_STAT_NAMES, .doc = "the owner's name"},
    {ROW(group, "group"), ATTRIBUTE, .group = PYOS_STAT_NAMES, .doc = "the group's name"},
    {ROW(atime_iso, "st_atime_iso"), ATTRIBUTE, .group = PYOS_STAT_ISO, .doc = "last access, ISO 8601, local time"},
    {ROW(mtime_iso, "st_mtime_iso"), ATTRIBUTE, .group = PYOS_STAT_ISO, .doc = "last change of the content"},
    {ROW(ctime_iso, "st_ctime_iso"), ATTRIBUTE, .group = PYOS_STAT_ISO, .doc = "last change of the inode"},
    {ROW(birthtime_iso, "st_birthtime_iso"), ATTRIBUTE, .group = PYOS_STAT_ISO, .doc = "when the file was made"},
    {ROW(perm, "perm"), ATTRIBUTE, .group = PYOS_STAT_PERM, .doc = "permissions, octal: 0644"},
};

_Static_assert(sizeof((struct pyos_stat *)0)->attribute_names / sizeof(char *) == PYOS_STATX_ATTRIBUTES,
               "a place for each name");

const struct pyos_record pyos_stat_record = {"os.stat_result", fields, sizeof fields / sizeof *fields};

/* What each file type is called, and its letter in stat.filemode. */
static const struct file_type {
    uint32_t bits;
    char letter;
    const char *name;
} file_types[] = {
    {S_IFREG, '-', "file"},       {S_IFDIR, 'd', "directory"},   {S_IFLNK, 'l', "symlink"},      {S_IFIFO, 'p', "fifo"},
    {S_IFSOCK, 's', "socket"},    {S_IFCHR, 'c', "char_device"}, {S_IFBLK, 'b', "block_device"},
};

/* stat.filemode's last letter of a triple: x, s or t by the special bit. */
static char execute_letter(uint32_t mode, uint32_t execute, uint32_t special, char letter)
{
    if (mode & special)
        return mode & execute ? letter : (char)(letter - 'a' + 'A'); /* a letter's capital */
    return mode & execute ? 'x' : '-';
}

static void put_mode(struct pyos_stat *stat)
{
    uint32_t mode = stat->mode;
    char *text = stat->filemode;

    stat->type = NULL; /* of a type that Linux does not have yet */
    text[0] = '?';
    for (size_t i = 0; i < sizeof file_types / sizeof *file_types; i++)
        if ((mode & S_IFMT) == file_types[i].bits) {
            stat->type = file_types[i].name;
            text[0] = file_types[i].letter;
        }
    for (int i = 0; i < 9; i++)
        text[1 + i] = mode & (0400u >> i) ? "rwxrwxrwx"[i] : '-';
    text[3] = execute_letter(mode, S_IXUSR, S_ISUID, 's');
    text[6] = execute_letter(mode, S_IXGRP, S_ISGID, 's');
    text[9] = execute_letter(mode, S_IXOTH, S_ISVTX, 't');
    text[10] = '\0';
}

/* A mask of 0 is what fstatat leaves, and file systems that keep none: nothing is known then. */
static void put_attributes(struct pyos_stat *stat, uint64_t bits, uint64_t mask)
{
    stat->attributes = (struct pyos_words){mask != 0 ? stat->attribute_names : NULL, 0};
    for (size_t i = 0; i < PYOS_STATX_ATTRIBUTES; i++)
        if (bits & mask & pyos_statx_attributes[i].bit)
            stat->attribute_names[stat->attributes.count++] = pyos_statx_attributes[i].name;
}

static struct pyos_time time_of(struct pyos_statx_time time)
{
    return (struct pyos_time){time.seconds, time.nanoseconds, false};
}

static void fill(struct pyos_stat *stat, const struct pyos_statx *raw)
{
    stat->mode = raw->mode;
    stat->ino = raw->ino;
    stat->dev = makedev(raw->dev_major, raw->dev_minor);
    stat->nlink = raw->nlink;
    stat->uid = raw->uid;
    stat->gid = raw->gid;
    stat->size = (int64_t)raw->size; /* loff_t in the kernel */
    stat->atime = time_of(raw->atime);
    stat->mtime = time_of(raw->mtime);
    stat->ctime = time_of(raw->ctime);
    stat->blksize = raw->blksize;
    stat->blocks = (int64_t)raw->blocks; /* of such a size */
    stat->rdev = makedev(raw->rdev_major, raw->rdev_minor);
    stat->birthtime = time_of(raw->btime);
    stat->birthtime.absent = !(raw->mask & PYOS_STATX_BTIME);
    stat->mount_id = (struct pyos_maybe){raw->mask & PYOS_STATX_MNT_ID, (int64_t)raw->mnt_id}; /* an int */
    put_mode(stat);
    put_attributes(stat, raw->attributes, raw->attributes_mask);
}

int pyos_os_stat(struct pyos_place place, struct pyos_str path, bool follow_symlinks, struct pyos_stat *stat,
                 struct pyos_error *error)
{
    struct pyos_statx raw;
    int result = pyos_sys_stat(place, path.data, follow_symlinks, &raw);

    if (result < 0)
        return pyos_error_path(error, -result, path);
    stat->path = path;
    fill(stat, &raw);
    return 0;
}

int pyos_os_stat_fd(int fd, struct pyos_stat *stat, struct pyos_error *error)
{
    struct pyos_statx raw;
    int result = pyos_sys_fstat(fd, &raw);

    if (result < 0)
        return pyos_error_fd(error, -result, fd);
    stat->fd = (struct pyos_maybe){true, fd};
    fill(stat, &raw);
    return 0;
}

int pyos_os_fstat(int fd, struct pyos_stat *stat, struct pyos_error *error)
{
    if (pyos_os_stat_fd(fd, stat, error) == 0)
        return 0;
    return pyos_error_os(error, error->errnum);
}

static void put_perm(struct pyos_stat *stat)
{
    for (int i = 0; i < 4; i++)
        stat->perm[i] = (char)('0' + (stat->mode >> (9 - 3 * i) & 7)); /* one octal digit */
    stat->perm[4] = '\0';
}

int pyos_stat_add(struct pyos_stat *stat, uint8_t groups, struct pyos_accounts *accounts, struct pyos_error *error)
{
    if (groups & PYOS_STAT_PERM)
        put_perm(stat);
    if (groups & PYOS_STAT_ISO) {
        pyos_iso_time(stat->atime_iso, stat->atime);
        pyos_iso_time(stat->mtime_iso, stat->mtime);
        pyos_iso_time(stat->ctime_iso, stat->ctime);
        pyos_iso_time(stat->birthtime_iso, stat->birthtime);
    }
    if (groups & PYOS_STAT_NAMES) {
        if (pyos_accounts_user(accounts, stat->uid, &stat->user, error) != 0 ||
            pyos_accounts_group(accounts, stat->gid, &stat->group, error) != 0)
            return -1;
    }
    return 0;
}

/* ---- the rows */

struct arguments {
    struct pyos_path path;
    struct pyos_dir_fd dir_fd;
    bool follow_symlinks;
};

struct lstat_arguments {
    struct pyos_pathname path;
    struct pyos_dir_fd dir_fd;
};

struct fstat_arguments {
    int fd;
};

static const struct arguments defaults = {.dir_fd = {PYOS_DIR_FD_NONE}, .follow_symlinks = true};
static const struct lstat_arguments lstat_defaults = {.dir_fd = {PYOS_DIR_FD_NONE}};

#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define DIR_FD(T) \
    {PYOS_PARAM(T, dir_fd), .metavar = "N", .left_out = "None", .doc = "a path is relative to this open directory"}

static const struct pyos_param stat_params[] = {
    {PYOS_PARAM(struct arguments, path), POSITIONAL},
    DIR_FD(struct arguments),
    {PYOS_PARAM(struct arguments, follow_symlinks), .letter = 'P', .flags = PYOS_PARAM_NEGATIVE,
     .doc = "of a link itself", .left_out = "True"},
};
static const struct pyos_param lstat_params[] = {
    {PYOS_PARAM(struct lstat_arguments, path), POSITIONAL},
    DIR_FD(struct lstat_arguments),
};
static const struct pyos_param fstat_params[] = {
    {PYOS_PARAM_AS(struct fstat_arguments, fd, "fd", PYOS_TYPE_DESCRIPTOR), POSITIONAL},
};

/* The result of a call: what the kernel said of a file. */
static int give(struct pyos_call *call, const struct pyos_statx *raw)
{
    struct pyos_stat *stat = pyos_arena_get(call->arena, sizeof *stat);

    if (!stat)
        return pyos_error_memory(call->error);
    fill(stat, raw);
    call->result.nested = (struct pyos_nested){.record = &pyos_stat_record, .data = stat};
    return 0;
}

static int run_stat(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_path *path = &given->path;
    struct pyos_statx raw;
    int result;

    if (pyos_conflict_dir_fd_without_path("stat", path, given->dir_fd, call->error) != 0 ||
        pyos_conflict_fd_and_follow_symlinks("stat", path, given->follow_symlinks, call->error) != 0)
        return -1;
    if (pyos_path_is_open(path))
        result = pyos_sys_fstat(path->fd, &raw);
    else
        result = pyos_sys_stat(pyos_call_place(call, given->dir_fd), path->name.data, given->follow_symlinks, &raw);
    return result < 0 ? pyos_call_of_path(call, result, path) : give(call, &raw);
}

static int run_lstat(struct pyos_call *call)
{
    const struct lstat_arguments *given = call->arguments;
    struct pyos_statx raw;
    int result = pyos_sys_stat(pyos_call_place(call, given->dir_fd), given->path.text.data, false, &raw);

    return result < 0 ? pyos_call_of_name(call, result, &given->path) : give(call, &raw);
}

static int run_fstat(struct pyos_call *call)
{
    const struct fstat_arguments *given = call->arguments;
    struct pyos_statx raw;
    int result = pyos_sys_fstat(given->fd, &raw);

    return result < 0 ? pyos_call_none(call, result) : give(call, &raw);
}

#define ROWS(params_) .params = params_, .count = sizeof params_ / sizeof *params_
#define STAT_RESULT .result = PYOS_TYPE_NESTED, .record = &pyos_stat_record

static const struct pyos_function functions[] = {
    {.name = "lstat", .doc = "What is known of a file, of a link itself.", ROWS(lstat_params),
     .size = sizeof lstat_defaults, .defaults = &lstat_defaults, STAT_RESULT,
     .emulation = PYOS_EMULATED, .run = run_lstat},
    {.name = "stat", .doc = "What is known of a file.", ROWS(stat_params), .size = sizeof defaults,
     .defaults = &defaults, STAT_RESULT,
     .flags = PYOS_FUNCTION_SUPPORTS_FD | PYOS_FUNCTION_SUPPORTS_DIR_FD | PYOS_FUNCTION_SUPPORTS_FOLLOW_SYMLINKS,
     .emulation = PYOS_EMULATED, .run = run_stat},
};

static const struct pyos_function fstat_functions[] = {
    {.name = "fstat", .doc = "What is known of an open file.", ROWS(fstat_params),
     .size = sizeof(struct fstat_arguments), STAT_RESULT, .emulation = PYOS_EMULATED, .run = run_fstat},
};

const struct pyos_section pyos_os_stat_section = {
    "Files and Directories", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
const struct pyos_section pyos_os_fstat_section = {
    "File Descriptor Operations", NULL, fstat_functions, sizeof fstat_functions / sizeof *fstat_functions, NULL,
};
