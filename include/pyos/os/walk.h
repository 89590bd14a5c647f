/*
 * The engine of os.walk (manual: Files and Directories): reads a tree directory by directory, in
 * Python's order, and hands each to a visitor. It knows nothing of how a directory is shown.
 *
 * Every directory costs one openat relative to its parent's descriptor, its getdents64 calls and
 * one close; an entry is looked up only where the directory did not tell enough. Without
 * followlinks no step ever follows a link.
 */
#ifndef PYOS_OS_WALK_H
#define PYOS_OS_WALK_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/base/place.h"
#include "pyos/base/str.h"
#include "pyos/os/listing.h"
#include "pyos/py/type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pyos_walk_directory {
    struct pyos_str path; /* os.walk's dirpath */
    uint64_t depth;       /* 0 is the top */
    struct pyos_place place; /* of its entries: the directory itself, open */
    const struct pyos_entry *entries; /* in the order of the directory, or sorted */
    size_t count;
};

struct pyos_walk_options {
    bool bottom_up; /* topdown=False */
    bool followlinks;
    bool nofollow_top;     /* the top is no link, or the walk fails */
    struct pyos_place place; /* of the top */
    bool one_file_system; /* directories on another device than the top are not read */
    uint64_t max_depth;   /* 0 reads the top alone; UINT64_MAX is no limit */
    struct pyos_listing_options listing; /* followlinks implies classify_links */
};

/*
 * What is done with a directory. What enter appends to text comes back to leave: at once, or
 * bottom-up, after everything below the directory (empty, where there was no memory for it and
 * failed was told so). A result other than 0 stops the walk.
 */
struct pyos_walk_visitor {
    void *context;
    int (*enter)(void *context, const struct pyos_walk_directory *directory, struct pyos_buf *text);
    int (*leave)(void *context, const struct pyos_buf *text);
    int (*failed)(void *context, const struct pyos_error *error); /* of one directory, which is left out */
};

/* Walks one tree. 0, or what the visitor stopped it with. */
int pyos_os_walk(struct pyos_str top, const struct pyos_walk_options *options,
                 const struct pyos_walk_visitor *visitor);

#endif
