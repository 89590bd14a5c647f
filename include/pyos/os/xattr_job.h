/*
 * What is done with the extended attributes of one file after another, and how it is shown. A job knows
 * nothing of where its files and its settings come from.
 */
#ifndef PYOS_OS_XATTR_JOB_H
#define PYOS_OS_XATTR_JOB_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/os/xattr_files.h"
#include "pyos/os/xattr_record.h"
#include "pyos/py/printer.h"

#include <stdbool.h>

struct pyos_xattr_job {
    struct pyos_str name;           /* of the attribute: get, set, remove */
    struct pyos_bytes value;        /* to set */
    int flags;                      /* of os.setxattr */
    bool follow_symlinks;
    enum pyos_xattr_encoding encoding;
    bool getfattr;                  /* dump writes getfattr's lines */
    bool with_records;              /* else what a command is about stands alone */
    struct pyos_record record;      /* made of rows by pyos_xattr_pick */
    struct pyos_field rows[PYOS_XATTR_PARTS];
    struct pyos_printer *printer;
    struct pyos_form form;          /* of what is shown */
    void *context;                  /* for failed */
    void (*failed)(void *context, const struct pyos_error *error); /* the job goes on */
    /* Its own, zero before use: */
    bool headed;                    /* getfattr: the line of the file is there */
    struct pyos_buf text;           /* a value, encoded */
    struct pyos_arena arena;        /* for what belongs to one file */
};

/*
 * Each does its work on one file. Files below a tree that have nothing to list, get or remove are passed
 * over. 0, or -1 once the output has failed; what fails of a file is told, and counts as done.
 */
int pyos_xattr_job_list(struct pyos_xattr_job *job, const struct pyos_xattr_file *file);
int pyos_xattr_job_get(struct pyos_xattr_job *job, const struct pyos_xattr_file *file);
int pyos_xattr_job_set(struct pyos_xattr_job *job, const struct pyos_xattr_file *file);
int pyos_xattr_job_remove(struct pyos_xattr_job *job, const struct pyos_xattr_file *file);
int pyos_xattr_job_dump(struct pyos_xattr_job *job, const struct pyos_xattr_file *file);

/* Restores a dump to the paths in it, or to an open file; with dry_run shows what would become of each attribute. */
int pyos_xattr_job_restore(struct pyos_xattr_job *job, struct pyos_root *root, const char *dump, struct pyos_fd fd,
                           bool dry_run);

void pyos_xattr_job_free(struct pyos_xattr_job *job);

#endif
