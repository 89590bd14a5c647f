/*
 * What one directory holds (manual: os.scandir): read as a whole, in the order of the directory,
 * with the type of each entry.
 */
#ifndef PYOS_OS_LISTING_H
#define PYOS_OS_LISTING_H

#include "pyos/base/arena.h"
#include "pyos/base/place.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pyos_entry {
    const char *name; /* ended by NUL */
    uint64_t inode;
    uint16_t length; /* of name */
    uint8_t type;    /* DT_* of dirent.h, of the entry itself; DT_UNKNOWN only if it has vanished */
    bool directory;  /* it is one, or (where links are classified) a link to one */
};

/* Zero it before use; one listing is used again and again, and keeps the memory of the widest. */
struct pyos_listing {
    struct pyos_entry *entries;
    size_t count;
    size_t capacity;
    struct pyos_arena text; /* the kernel's records, where the names are */
};

/* How a directory is read. */
struct pyos_listing_options {
    struct pyos_root *root;   /* what links may not leave; NULL: the native backend */
    bool classify_links;      /* look which links lead to directories: one fstatat a link */
    bool sort;                /* by the bytes of the names */
    const char *const *prune; /* patterns of py/glob.h: directories of such names are left out */
    size_t prune_count;
};

/* Reads the directory that is open as fd. 0 or -errno; entries live until the next call. */
int pyos_listing_read(struct pyos_listing *listing, int fd, const struct pyos_listing_options *options);

void pyos_listing_free(struct pyos_listing *listing);

#endif
