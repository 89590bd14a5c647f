#include "pyos/os/info_cgroup.h"

#include "pyos/os/cgroup.h"
#include "pyos/os/file_text.h"
#include "pyos/py/int.h"

struct group {
    int64_t hierarchy;           /* 0 is that of version 2 */
    struct pyos_str controllers; /* joined by commas */
    struct pyos_str path;
};

struct cgroup {
    struct pyos_records groups;
};

#define GROUP(member) {PYOS_INFO_FIELD(struct group, member)}
#define LIMIT(member) {PYOS_INFO_FIELD(struct limit, member)}
#define COUNT(rows) (sizeof rows / sizeof *rows)

static const struct pyos_field group_fields[] = {GROUP(hierarchy), GROUP(controllers), GROUP(path)};
static const struct pyos_record group_record = {NULL, group_fields, COUNT(group_fields)};

static const struct pyos_field fields[] = {{PYOS_INFO_FIELD(struct cgroup, groups)}};
static const struct pyos_record record = {NULL, fields, COUNT(fields)};

/* HIERARCHY:CONTROLLERS:PATH */
static struct group read_group(struct pyos_str line)
{
    struct group group = {0};

    if (pyos_int_read(pyos_file_part(&line, ':'), &group.hierarchy) != PYOS_INT_OK)
        group.hierarchy = -1;
    group.controllers = pyos_file_part(&line, ':');
    group.path = line;
    return group;
}

static size_t count_lines(struct pyos_str text)
{
    size_t count = 0;

    for (; text.size > 0; count++)
        pyos_file_part(&text, '\n');
    return count;
}

int pyos_info_cgroup(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct cgroup *cgroup = pyos_info_new(arena, &record, sizeof *cgroup, made, error);
    struct pyos_str text;
    struct group *groups;
    size_t count;

    if (!cgroup || pyos_file_text("/proc/self/cgroup", arena, &text, error) != 0)
        return -1;
    count = count_lines(text);
    groups = pyos_arena_get(arena, (count + 1) * sizeof *groups);
    if (!groups)
        return pyos_error_memory(error);
    for (size_t i = 0; i < count; i++)
        groups[i] = read_group(pyos_file_part(&text, '\n'));
    cgroup->groups = (struct pyos_records){&group_record, groups, count, sizeof *groups, true};
    return 0;
}

struct limit {
    int64_t limit; /* bytes */
    int64_t cgroup_version;
    struct pyos_str cgroup;
};

static const struct pyos_field limit_fields[] = {LIMIT(limit), LIMIT(cgroup_version), LIMIT(cgroup)};
static const struct pyos_record limit_record = {NULL, limit_fields, COUNT(limit_fields)};

int pyos_info_memory_limit(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct limit *limit = pyos_info_new(arena, &limit_record, sizeof *limit, made, error);
    struct pyos_cgroup_memory memory;

    if (!limit || pyos_cgroup_memory("", &memory, arena, error) != 0)
        return -1;
    *limit = (struct limit){memory.limit, memory.version, pyos_str(memory.directory)};
    if (memory.version == 0)
        made->data = NULL;
    return 0;
}
