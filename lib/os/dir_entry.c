#include "pyos/os/dir_entry.h"

#include <dirent.h>

#define ROW(member) PYOS_FIELD(struct pyos_dir_entry, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {ROW(name)}, {ROW(path)}, {ROW(inode)}, {ROW(is_dir)}, {ROW(is_file)}, {ROW(is_symlink)},
};

enum { OWN = sizeof fields / sizeof *fields };

const struct pyos_record pyos_dir_entry_record = {"os.DirEntry", fields, OWN};

int pyos_dir_entry_with_stat(struct pyos_record *record, struct pyos_arena *arena, struct pyos_error *error)
{
    size_t added = pyos_stat_record.count - PYOS_STAT_SUBJECTS;
    struct pyos_field *all = pyos_arena_get(arena, (OWN + added) * sizeof *all);

    if (!all)
        return pyos_error_memory(error);
    memcpy(all, fields, sizeof fields);
    memcpy(all + OWN, pyos_stat_record.fields + PYOS_STAT_SUBJECTS, added * sizeof *all);
    for (size_t i = OWN; i < OWN + added; i++)
        all[i].offset = (uint16_t)(all[i].offset + offsetof(struct pyos_dir_entry, stat)); /* a small struct */
    *record = (struct pyos_record){pyos_dir_entry_record.name, all, OWN + added};
    return 0;
}

void pyos_dir_entry_set(struct pyos_dir_entry *shown, const struct pyos_entry *entry, struct pyos_str path)
{
    shown->name = (struct pyos_str){entry->name, entry->length};
    shown->path = path;
    shown->inode = entry->inode;
    shown->is_dir = entry->type == DT_DIR;
    shown->is_file = entry->type == DT_REG;
    shown->is_symlink = entry->type == DT_LNK;
}
