/*
 * os.DirEntry (manual: os.scandir): what is told of one entry of a directory. Its predicates are of
 * the entry itself, as with follow_symlinks=False.
 */
#ifndef PYOS_OS_DIR_ENTRY_H
#define PYOS_OS_DIR_ENTRY_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"
#include "pyos/os/listing.h"
#include "pyos/os/stat.h"
#include "pyos/py/record.h"

#include <stdbool.h>
#include <stdint.h>

struct pyos_dir_entry {
    struct pyos_str name; /* belongs to the listing, and path to the caller */
    struct pyos_str path;
    uint64_t inode;
    bool is_dir, is_file, is_symlink;
    struct pyos_stat stat; /* shown by the second record only; filled in by the caller */
};

extern const struct pyos_record pyos_dir_entry_record;

/* The same record with the fields of pyos_stat_record behind its own, in memory of arena. */
int pyos_dir_entry_with_stat(struct pyos_record *record, struct pyos_arena *arena, struct pyos_error *error);

/* Fills in all but the stat. */
void pyos_dir_entry_set(struct pyos_dir_entry *shown, const struct pyos_entry *entry, struct pyos_str path);

#endif
