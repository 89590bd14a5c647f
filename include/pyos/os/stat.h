/*
 * os.stat, os.lstat (manual: Files and Directories), os.fstat (File Descriptor Operations), and what pyos adds to
 * their result.
 */
#ifndef PYOS_OS_STAT_H
#define PYOS_OS_STAT_H

#include "pyos/base/error.h"
#include "pyos/os/accounts.h"
#include "pyos/os/iso.h"
#include "pyos/py/function.h"
#include "pyos/py/record.h"

#include <stdbool.h>
#include <stdint.h>

/* The optional fields of the record: bits of pyos_form.groups. */
enum pyos_stat_group {
    PYOS_STAT_PATH = 1,  /* path, of a file that was named */
    PYOS_STAT_FD = 2,    /* fd, of a file that was open */
    PYOS_STAT_NAMES = 4, /* user, group */
    PYOS_STAT_ISO = 8,   /* st_mtime_iso and its kin */
    PYOS_STAT_PERM = 16, /* perm: only when it is asked for by name */
};

struct pyos_stat {
    struct pyos_str path;
    struct pyos_maybe fd;
    uint32_t mode;
    uint64_t ino;
    uint64_t dev;
    uint64_t nlink;
    uint32_t uid;
    uint32_t gid;
    int64_t size; /* bytes */
    struct pyos_time atime, mtime, ctime;
    int64_t blksize;
    int64_t blocks; /* of 512 bytes */
    uint64_t rdev;
    const char *type;  /* "file", "directory", "symlink", ... */
    char filemode[11]; /* as stat.filemode has it */
    struct pyos_time birthtime;
    struct pyos_maybe mount_id;
    struct pyos_words attributes; /* STATX_ATTR_* that are set; None where they are not known */
    struct pyos_str user;
    struct pyos_str group;
    char atime_iso[PYOS_ISO_SIZE], mtime_iso[PYOS_ISO_SIZE], ctime_iso[PYOS_ISO_SIZE],
        birthtime_iso[PYOS_ISO_SIZE];
    char perm[5];
    const char *attribute_names[10]; /* where attributes points */
};

/* The fields without path and fd begin here: what a walk adds to its entries. */
enum { PYOS_STAT_SUBJECTS = 2 };

extern const struct pyos_record pyos_stat_record;

/* os.stat(path, dir_fd=..., follow_symlinks=...). Raises OSError with the path. */
int pyos_os_stat(struct pyos_place place, struct pyos_str path, bool follow_symlinks, struct pyos_stat *stat,
                 struct pyos_error *error);

/* os.stat(fd): OSError with the descriptor; os.fstat(fd): the same without a file name. */
int pyos_os_stat_fd(int fd, struct pyos_stat *stat, struct pyos_error *error);
int pyos_os_fstat(int fd, struct pyos_stat *stat, struct pyos_error *error);

/* Fills in the fields of the optional groups; accounts is read when names are wanted. */
int pyos_stat_add(struct pyos_stat *stat, uint8_t groups, struct pyos_accounts *accounts, struct pyos_error *error);

extern const struct pyos_section pyos_os_stat_section;
extern const struct pyos_section pyos_os_fstat_section;

#endif
