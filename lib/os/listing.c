#include "pyos/os/listing.h"

#include "pyos/base/memory.h"
#include "pyos/py/glob.h"
#include "pyos/sys/dir.h"
#include "pyos/sys/statx.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    CHUNK = 32 * 1024, /* larger reads are not faster */
    ROOM = 4096,            /* what is left of a chunk is worth a read down to here */
};

static int add(struct pyos_listing *listing, const struct pyos_dirent *dirent)
{
    if (listing->count == listing->capacity) {
        size_t capacity = listing->capacity > 0 ? listing->capacity * 2 : 256;
        struct pyos_entry *entries = pyos_memory_resize(listing->entries, capacity, sizeof *entries);

        if (!entries)
            return -ENOMEM;
        listing->entries = entries;
        listing->capacity = capacity;
    }
    listing->entries[listing->count++] = (struct pyos_entry){
        .name = dirent->name,
        .inode = dirent->inode,
        .length = (uint16_t)strlen(dirent->name), /* shorter than the record, whose length is such */
        .type = dirent->type,
        .directory = dirent->type == DT_DIR,
    };
    return 0;
}

static bool is_dots(const char *name)
{
    return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

/* Adds the entries of n bytes of records. */
static int add_all(struct pyos_listing *listing, const char *records, long n)
{
    for (const char *at = records; at < records + n;) {
        const struct pyos_dirent *dirent = (const struct pyos_dirent *)(const void *)at; /* aligned by the kernel */

        if (!is_dots(dirent->name) && add(listing, dirent) != 0)
            return -ENOMEM;
        at += dirent->length;
    }
    return 0;
}

static int read_all(struct pyos_listing *listing, int fd)
{
    char *chunk = NULL;
    size_t room = 0;

    for (;;) {
        long n;

        if (room < ROOM) {
            chunk = pyos_arena_get(&listing->text, CHUNK);
            room = CHUNK;
        }
        if (!chunk)
            return -ENOMEM;
        n = pyos_sys_getdents(fd, chunk, room);
        if (n <= 0)
            return (int)n; /* 0 or an errno */
        if (add_all(listing, chunk, n) != 0)
            return -ENOMEM;
        chunk += n;
        room -= (size_t)n; /* 0 < n <= room */
    }
}

static bool is_pruned(struct pyos_str name, const struct pyos_listing_options *options)
{
    for (size_t i = 0; i < options->prune_count; i++)
        if (pyos_glob_match(pyos_str(options->prune[i]), name))
            return true;
    return false;
}

/* Finds out what the directory did not tell: the type itself, or where a link leads. */
static void classify(struct pyos_entry *entry, struct pyos_place place, bool links)
{
    struct pyos_statx stat;

    if (entry->type == DT_UNKNOWN && pyos_sys_stat(pyos_place_native(place.fd), entry->name, 0, &stat) == 0) {
        entry->type = (uint8_t)((stat.mode & S_IFMT) >> 12); /* as DT_* are defined */
        entry->directory = entry->type == DT_DIR;
    }
    if (entry->type == DT_LNK && links && pyos_sys_stat(place, entry->name, 1, &stat) == 0)
        entry->directory = S_ISDIR(stat.mode);
}

/* Classifies the entries and takes out the pruned ones. */
static void sift(struct pyos_listing *listing, int fd, const struct pyos_listing_options *options)
{
    size_t kept = 0;

    for (size_t i = 0; i < listing->count; i++) {
        struct pyos_entry *entry = &listing->entries[i];
        bool pruned = is_pruned((struct pyos_str){entry->name, entry->length}, options);

        if (entry->type == DT_UNKNOWN || entry->type == DT_LNK)
            classify(entry, (struct pyos_place){options->root, fd}, options->classify_links || pruned);
        if (!pruned || !entry->directory)
            listing->entries[kept++] = *entry;
    }
    listing->count = kept;
}

static int compare(const void *a, const void *b)
{
    const struct pyos_entry *left = a;
    const struct pyos_entry *right = b;

    return strcmp(left->name, right->name);
}

int pyos_listing_read(struct pyos_listing *listing, int fd, const struct pyos_listing_options *options)
{
    int result;

    pyos_arena_reset(&listing->text);
    listing->count = 0;
    result = read_all(listing, fd);
    if (result != 0)
        return result;
    sift(listing, fd, options);
    if (options->sort && listing->count > 1)
        qsort(listing->entries, listing->count, sizeof *listing->entries, compare);
    return 0;
}

void pyos_listing_free(struct pyos_listing *listing)
{
    pyos_memory_release(listing->entries);
    pyos_arena_free(&listing->text);
    *listing = (struct pyos_listing){0};
}
