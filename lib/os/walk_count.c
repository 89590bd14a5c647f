#include "pyos/os/walk_count.h"

#include "pyos/sys/statx.h"

#include <dirent.h>

#define ROW(T, member) PYOS_FIELD(struct T, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field count_fields[] = {
    {ROW(pyos_walk_count, directories)}, {ROW(pyos_walk_count, files)}, {ROW(pyos_walk_count, links)},
    {ROW(pyos_walk_count, errors)},      {ROW(pyos_walk_count, bytes)},
};

static const struct pyos_field sizes_fields[] = {
    {ROW(pyos_walk_sizes, dirpath)}, {ROW(pyos_walk_sizes, bytes)}, {ROW(pyos_walk_sizes, files)},
};

enum {
    COUNT_FIELDS = sizeof count_fields / sizeof *count_fields,
    SIZES_FIELDS = sizeof sizes_fields / sizeof *sizes_fields,
};

const struct pyos_record pyos_walk_count_record = {NULL, count_fields, COUNT_FIELDS};
const struct pyos_record pyos_walk_count_record_without_bytes = {NULL, count_fields, COUNT_FIELDS - 1};
const struct pyos_record pyos_walk_sizes_record = {NULL, sizes_fields, SIZES_FIELDS};

int pyos_walk_size(const struct pyos_walk_directory *directory, const struct pyos_entry *entry, int64_t *size)
{
    struct pyos_statx stat;
    int result = pyos_sys_stat(directory->place, entry->name, 1, &stat);

    if (result != 0 && entry->type == DT_LNK)
        result = pyos_sys_stat(directory->place, entry->name, 0, &stat);
    if (result == 0)
        *size = (int64_t)stat.size; /* the kernel's loff_t, which is not negative */
    return result;
}

void pyos_walk_count(struct pyos_walk_count *count, const struct pyos_walk_directory *directory)
{
    count->directories++;
    for (size_t i = 0; i < directory->count; i++) {
        uint8_t type = directory->entries[i].type;

        count->links += type == DT_LNK;
        count->files += type != DT_LNK && type != DT_DIR;
    }
}

int pyos_walk_add_bytes(uint64_t *sum, int64_t size, struct pyos_error *error)
{
    uint64_t added = (uint64_t)size; /* as promised */

    if (*sum == UINT64_MAX)
        return 0;
    if (added <= UINT64_MAX - *sum) {
        *sum += added;
        return 0;
    }
    *sum = UINT64_MAX;
    return pyos_error_say(error, PYOS_OVERFLOWERROR, "the sum of all bytes does not fit 64 bits");
}
