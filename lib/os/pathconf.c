#include "pyos/os/pathconf.h"

#include "pyos/os/configuration.h"
#include "pyos/os/conflict.h"
#include "pyos/os/path.h"
#include "pyos/py/constant.h"
#include "pyos/py/posixpath.h"
#include "pyos/sys/entry.h"
#include "pyos/sys/filesystem.h"
#include "pyos/sys/statx.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* In the order of the alphabet, as Python shows them. */
static const struct pyos_constant names[] = {
    {"PC_ALLOC_SIZE_MIN", _PC_ALLOC_SIZE_MIN},
    {"PC_ASYNC_IO", _PC_ASYNC_IO},
    {"PC_CHOWN_RESTRICTED", _PC_CHOWN_RESTRICTED},
    {"PC_FILESIZEBITS", _PC_FILESIZEBITS},
    {"PC_LINK_MAX", _PC_LINK_MAX},
    {"PC_MAX_CANON", _PC_MAX_CANON},
    {"PC_MAX_INPUT", _PC_MAX_INPUT},
    {"PC_NAME_MAX", _PC_NAME_MAX},
    {"PC_NO_TRUNC", _PC_NO_TRUNC},
    {"PC_PATH_MAX", _PC_PATH_MAX},
    {"PC_PIPE_BUF", _PC_PIPE_BUF},
    {"PC_PRIO_IO", _PC_PRIO_IO},
    {"PC_REC_INCR_XFER_SIZE", _PC_REC_INCR_XFER_SIZE},
    {"PC_REC_MAX_XFER_SIZE", _PC_REC_MAX_XFER_SIZE},
    {"PC_REC_MIN_XFER_SIZE", _PC_REC_MIN_XFER_SIZE},
    {"PC_REC_XFER_ALIGN", _PC_REC_XFER_ALIGN},
    {"PC_SOCK_MAXBUF", _PC_SOCK_MAXBUF},
    {"PC_SYMLINK_MAX", _PC_SYMLINK_MAX},
    {"PC_SYNC_IO", _PC_SYNC_IO},
    {"PC_VDISABLE", _PC_VDISABLE},
};

static const struct pyos_named pathconf_names = {names, sizeof names / sizeof *names};

enum { NO_LIMIT = -1, SIZE_BITS = 32, SIZE_BITS_64 = 64, EXT = 0xEF53 };

/* What is known of a kind of file system. The numbers are those of include/uapi/linux/magic.h and of its kin. */
static const struct kind {
    uint32_t type;
    int links; /* the most that a file may have */
    int size_bits;
    bool no_symlinks;
} kinds[] = {
    {EXT, 65000, SIZE_BITS_64, false},            /* ext4; ext2 and ext3 are told from it below */
    {0xF2F52010, 32000, 256, false},              /* f2fs */
    {0x9123683E, 127, 255, false},                /* btrfs */
    {0x58465342, 2147483647, SIZE_BITS_64, false}, /* xfs */
    {0x52654973, 64535, SIZE_BITS_64, false},     /* reiserfs */
    {0x0BD00BD0, 65000, SIZE_BITS_64, false},     /* lustre */
    {0x00011954, 32000, SIZE_BITS_64, false},     /* ufs, and in the other byte order */
    {0x54190100, 32000, SIZE_BITS_64, false},
    {0x0000137F, 250, SIZE_BITS, false},          /* minix, two of version 1 and two of 2 */
    {0x0000138F, 250, SIZE_BITS, false},
    {0x00002468, 65530, SIZE_BITS, false},
    {0x00002478, 65530, SIZE_BITS, false},
    {0x012FF7B4, 126, SIZE_BITS, false},          /* xenix, System V 4 and 2, coherent */
    {0x012FF7B5, 126, SIZE_BITS, false},
    {0x012FF7B6, 126, SIZE_BITS, false},
    {0x012FF7B7, 10000, SIZE_BITS, false},
    {0x0000517B, 127, SIZE_BITS_64, false},       /* smb */
    {0x15013346, 127, SIZE_BITS_64, false},       /* udf */
    {0x3153464A, 127, SIZE_BITS_64, false},       /* jfs */
    {0xA501FCF5, 127, SIZE_BITS_64, false},       /* vxfs */
    {0x0027E0EB, 127, SIZE_BITS_64, false},       /* cgroup */
    {0x5346544E, 127, SIZE_BITS_64, true},        /* ntfs */
    {0x0000ADF5, 127, SIZE_BITS, true},           /* adfs */
    {0x1BADFACE, 127, SIZE_BITS, true},           /* bfs */
    {0x28CD3D45, 127, SIZE_BITS, true},           /* cramfs */
    {0x00001CD1, 127, SIZE_BITS, true},           /* devpts */
    {0x00414A53, 127, SIZE_BITS, true},           /* efs, two of them */
    {0x00072959, 127, SIZE_BITS, true},
    {0x00004D44, 127, SIZE_BITS, true},           /* msdos */
    {0x0000002F, 127, SIZE_BITS, true},           /* qnx4 */
    {0x00007275, 127, SIZE_BITS, true},           /* romfs */
};

enum { EXT_LINKS = 32000 }; /* of ext2 and ext3, whose number is that of ext4 */

static const struct kind *kind_of(const struct pyos_sys_filesystem *filesystem)
{
    static const struct kind other = {0, 127, SIZE_BITS, false};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].type == filesystem->type)
            return &kinds[i];
    return &other;
}

/* How the file is asked about: by its path, or where that is open by the descriptor. 0 or -errno. */

static int stat_of(struct pyos_root *root, const struct pyos_path *path, struct pyos_statx *stat)
{
    if (pyos_path_is_open(path))
        return pyos_sys_fstat(path->fd, stat);
    return pyos_sys_stat(pyos_place_here(root), path->name.data, true, stat);
}

static int filesystem_of(struct pyos_root *root, const struct pyos_path *path, struct pyos_sys_filesystem *filesystem)
{
    return pyos_path_is_open(path) ? pyos_sys_fstatfs(path->fd, filesystem)
                                   : pyos_sys_statfs(pyos_place_here(root), path->name.data, filesystem);
}

/* Whether it is ext4 that serves the disk which holds the file: it has a directory for each. */
static bool is_on_ext4(struct pyos_root *root, const struct pyos_path *path)
{
    struct pyos_statx stat;
    char device[sizeof "/sys/dev/block/4294967295:4294967295"];
    char target[PATH_MAX];
    char directory[sizeof "/sys/fs/ext4/" + NAME_MAX];
    struct pyos_str name;

    if (stat_of(root, path, &stat) != 0)
        return false;
    snprintf(device, sizeof device, "/sys/dev/block/%u:%u", stat.dev_major, stat.dev_minor);
    name.data = target;
    if (pyos_sys_readlink(pyos_place_native(AT_FDCWD), device, target, sizeof target, &name.size) != 0)
        return false;
    name = pyos_posixpath_basename(name);
    snprintf(directory, sizeof directory, "/sys/fs/ext4/%.*s", (int)name.size, name.data); /* below PATH_MAX */
    return pyos_path_is(NULL, pyos_str(directory), true, S_IFDIR);
}

/* Asynchronous I/O is for files and disks. */
static int ask_async(struct pyos_root *root, const struct pyos_path *path, int64_t *value)
{
    struct pyos_statx stat;
    int result = stat_of(root, path, &stat);

    *value = result == 0 && (S_ISREG(stat.mode) || S_ISBLK(stat.mode)) ? 1 : NO_LIMIT;
    return result;
}

/* What the file system says, or what is known of its kind. */
static int ask_filesystem(struct pyos_root *root, const struct pyos_path *path, int number, int64_t *value)
{
    struct pyos_sys_filesystem filesystem;
    int result = filesystem_of(root, path, &filesystem);
    const struct kind *kind;

    if (result < 0)
        return result;
    kind = kind_of(&filesystem);
    switch (number) {
    case _PC_NAME_MAX: *value = (int64_t)filesystem.namemax; break; /* these are small */
    case _PC_REC_MIN_XFER_SIZE: *value = (int64_t)filesystem.bsize; break;
    case _PC_REC_XFER_ALIGN:
    case _PC_ALLOC_SIZE_MIN: *value = (int64_t)filesystem.frsize; break;
    case _PC_FILESIZEBITS: *value = kind->size_bits; break;
    case _PC_2_SYMLINKS: *value = !kind->no_symlinks; break;
    case _PC_CHOWN_RESTRICTED: *value = 1; break;
    default: *value = kind->type == EXT && !is_on_ext4(root, path) ? EXT_LINKS : kind->links; break; /* _PC_LINK_MAX */
    }
    return 0;
}

/* What is the same for every file, whether it is there or not. */
static int ask_any(const struct pyos_path *path, int64_t same, int64_t *value)
{
    *value = same;
    if (pyos_path_is_open(path))
        return path->fd < 0 ? -EBADF : 0;
    if (!path->name.data)
        return -EFAULT;
    return path->name.size == 0 ? -ENOENT : 0;
}

/* 0 with the value, NO_LIMIT for none; -EINVAL: there is no such number; or the -errno of looking at the file. */
static int ask(struct pyos_root *root, const struct pyos_path *path, int number, int64_t *value)
{
    switch (number) {
    case _PC_LINK_MAX:
    case _PC_NAME_MAX:
    case _PC_CHOWN_RESTRICTED:
    case _PC_FILESIZEBITS:
    case _PC_REC_MIN_XFER_SIZE:
    case _PC_REC_XFER_ALIGN:
    case _PC_ALLOC_SIZE_MIN:
    case _PC_2_SYMLINKS: return ask_filesystem(root, path, number, value);
    case _PC_ASYNC_IO: return ask_async(root, path, value);
    case _PC_MAX_CANON:
    case _PC_MAX_INPUT: return ask_any(path, 255, value);
    case _PC_PATH_MAX:
    case _PC_PIPE_BUF: return ask_any(path, 4096, value);
    case _PC_NO_TRUNC: return ask_any(path, 1, value);
    case _PC_VDISABLE: return ask_any(path, 0, value);
    case _PC_SYNC_IO:
    case _PC_PRIO_IO:
    case _PC_SOCK_MAXBUF:
    case _PC_REC_INCR_XFER_SIZE:
    case _PC_REC_MAX_XFER_SIZE:
    case _PC_SYMLINK_MAX: return ask_any(path, NO_LIMIT, value);
    default: return -EINVAL;
    }
}

/* ---- the rows */

struct arguments {
    struct pyos_path path;
    struct pyos_configuration name;
};

struct fd_arguments {
    struct pyos_fildes fd;
    struct pyos_configuration name;
};

#define ONLY .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY

static const struct pyos_param path_params[] = {
    {PYOS_PARAM(struct arguments, path), .flags = PYOS_PARAM_POSITIONAL},
    {PYOS_PARAM(struct arguments, name), .flags = PYOS_PARAM_POSITIONAL},
};
static const struct pyos_param fd_params[] = {
    {PYOS_PARAM(struct fd_arguments, fd), ONLY},
    {PYOS_PARAM(struct fd_arguments, name), ONLY},
};

static int run_pathconf(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int64_t value = 0;
    int number;
    int result;

    if (pyos_os_configuration(&pathconf_names, &given->name, &number, call->error) != 0)
        return -1;
    result = ask(call->root, &given->path, number, &value);
    if (result == -EINVAL) /* it is not about the file */
        return pyos_call_none(call, result);
    if (result < 0)
        return pyos_call_of_path(call, result, &given->path);
    call->result.wide = value;
    return 0;
}

static int run_fpathconf(struct pyos_call *call)
{
    const struct fd_arguments *given = call->arguments;
    const struct pyos_path path = {.fd = given->fd.value, .is_fd = true};
    int64_t value = 0;
    int number;
    int result;

    if (pyos_os_configuration(&pathconf_names, &given->name, &number, call->error) != 0)
        return -1;
    result = ask(call->root, &path, number, &value);
    call->result.wide = value;
    return pyos_call_none(call, result);
}

static int run_pathconf_names(struct pyos_call *call)
{
    call->result.named = pathconf_names;
    return 0;
}

static const struct pyos_function functions[] = {
    {.name = "pathconf", .doc = "A limit or an option of the file system that holds a file, by its name; -1: no limit.",
     .params = path_params, .count = 2, .size = sizeof(struct arguments), .result = PYOS_TYPE_I64,
     .flags = PYOS_FUNCTION_SUPPORTS_FD, .emulation = PYOS_EMULATED, .run = run_pathconf},
    {.name = "pathconf_names", .doc = "The names that pathconf and fpathconf take.", .result = PYOS_TYPE_NAMED,
     .flags = PYOS_FUNCTION_VALUE, .emulation = PYOS_SUPPORTED, .run = run_pathconf_names},
};

static const struct pyos_function fd_functions[] = {
    {.name = "fpathconf", .doc = "The same as pathconf, of an open file.", .params = fd_params, .count = 2,
     .size = sizeof(struct fd_arguments), .result = PYOS_TYPE_I64, .emulation = PYOS_EMULATED, .run = run_fpathconf},
};

const struct pyos_section pyos_os_pathconf_section = {
    "Files and Directories", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
const struct pyos_section pyos_os_fpathconf_section = {
    "File Descriptor Operations", NULL, fd_functions, sizeof fd_functions / sizeof *fd_functions, NULL,
};
