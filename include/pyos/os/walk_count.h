/* What a walk has seen, in numbers: of the whole walk, and of one directory. */
#ifndef PYOS_OS_WALK_COUNT_H
#define PYOS_OS_WALK_COUNT_H

#include "pyos/base/error.h"
#include "pyos/os/walk.h"
#include "pyos/py/record.h"

#include <stdint.h>

struct pyos_walk_count {
    uint64_t directories; /* that were read */
    uint64_t files;       /* and whatever else is neither a directory nor a link */
    uint64_t links;
    uint64_t errors;
    uint64_t bytes;
};

/* All of it as a dict, and all but the bytes. */
extern const struct pyos_record pyos_walk_count_record;
extern const struct pyos_record pyos_walk_count_record_without_bytes;

/* The manual's example of os.walk: the non-directory files of a directory. */
struct pyos_walk_sizes {
    struct pyos_str dirpath;
    uint64_t bytes;
    uint64_t files;
};

/* As a dict. */
extern const struct pyos_record pyos_walk_sizes_record;

/*
 * os.path.getsize of an entry: of what a link leads to, and where that is nowhere (Python's example
 * then fails) of the link. 0 or -errno.
 */
int pyos_walk_size(const struct pyos_walk_directory *directory, const struct pyos_entry *entry, int64_t *size);

/* Counts a directory and its entries. */
void pyos_walk_count(struct pyos_walk_count *count, const struct pyos_walk_directory *directory);

/*
 * Adds size, which is not negative, to a sum of bytes. Where 64 bits do not hold it the sum becomes
 * UINT64_MAX for good, which raises OverflowError the first time.
 */
int pyos_walk_add_bytes(uint64_t *sum, int64_t size, struct pyos_error *error);

#endif
