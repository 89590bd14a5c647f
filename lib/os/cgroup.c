#include "pyos/os/cgroup.h"

#include "pyos/base/buf.h"
#include "pyos/base/in.h"
#include "pyos/os/file_text.h"
#include "pyos/os/mountinfo.h"
#include "pyos/py/int.h"

#include <errno.h>

enum { V1 = 1, V2 = 2, LINE = 64 };

struct search;

/* What is searched for, and how it is read in the directory of a group. */
struct resource {
    const char *controller; /* of version 1 */
    int (*read_group)(struct search *search, int version, struct pyos_str directory);
};

/* A search at work. */
struct search {
    const struct resource *resource;
    const char *root;
    struct pyos_cgroup_quota *best;
    struct pyos_cgroup_memory *memory;
    struct pyos_arena *arena;
    struct pyos_error *error;
    struct pyos_str groups[V2 + 1]; /* of the process, by the version of the hierarchy */
};

static bool is(struct pyos_str text, const char *word)
{
    return pyos_str_equal(text, pyos_str(word));
}

/* Whether a list with commas has that word. */
static bool lists(struct pyos_str list, const char *word)
{
    while (list.size > 0)
        if (is(pyos_file_part(&list, ','), word))
            return true;
    return false;
}

/* The three texts in a row, in the arena; NULL when there is no memory. */
static const char *join(struct pyos_arena *arena, struct pyos_str a, struct pyos_str b, const char *c)
{
    struct pyos_buf buf = {0};
    const char *copy = NULL;

    pyos_buf_str(&buf, a);
    pyos_buf_str(&buf, b);
    pyos_buf_text(&buf, c);
    if (!buf.failed)
        copy = pyos_arena_copy(arena, buf.data ? buf.data : "", buf.size);
    pyos_buf_free(&buf);
    return copy;
}

/* Opens a file under the root: 1, 0 where there is none, or -1. */
static int open_file(struct search *search, struct pyos_str path, const char *name, struct pyos_in *in)
{
    const char *whole = join(search->arena, pyos_str(search->root), path, name);

    if (!whole)
        return pyos_error_memory(search->error);
    if (pyos_in_open(in, whole, search->error) == 0)
        return 1;
    return search->error->errnum == ENOENT ? 0 : -1;
}

/* The first line of a file in a group's directory: 1, 0 where there is none, or -1. */
static int read_line(struct search *search, struct pyos_str directory, const char *name, char line[LINE])
{
    struct pyos_in in;
    struct pyos_str text;
    int result = open_file(search, directory, name, &in);

    if (result <= 0)
        return result;
    result = pyos_in_next(&in, '\n', &text, search->error);
    if (result > 0 && text.size < LINE)
        memcpy(line, text.data, text.size + 1);
    else if (result > 0)
        result = 0; /* not a line of the kernel's */
    pyos_in_close(&in);
    return result;
}

/* Takes a quota that is one ("max" and -1 are none) and smaller than the one before. */
static int consider(struct search *search, int version, struct pyos_str directory, struct pyos_str quota,
                    struct pyos_str period)
{
    struct pyos_cgroup_quota *best = search->best;
    int64_t quota_us;
    int64_t period_us;

    if (pyos_int_read(quota, &quota_us) != PYOS_INT_OK || quota_us <= 0 ||
        pyos_int_read(period, &period_us) != PYOS_INT_OK || period_us <= 0)
        return 0;
    if (best->version != 0 &&
        (double)quota_us / (double)period_us >= (double)best->quota_us / (double)best->period_us)
        return 0;
    *best = (struct pyos_cgroup_quota){version, quota_us, period_us, join(search->arena, directory, pyos_str(""), "")};
    return best->directory ? 0 : pyos_error_memory(search->error);
}

static int read_quota(struct search *search, int version, struct pyos_str directory)
{
    char quota[LINE];
    char period[LINE];
    struct pyos_str rest;
    struct pyos_str first;
    int result = read_line(search, directory, version == V2 ? "/cpu.max" : "/cpu.cfs_quota_us", quota);

    if (result <= 0)
        return result;
    rest = pyos_str(quota);
    first = pyos_file_part(&rest, ' ');
    if (version == V2)
        return consider(search, version, directory, first, rest);
    result = read_line(search, directory, "/cpu.cfs_period_us", period);
    return result <= 0 ? result : consider(search, version, directory, first, pyos_str(period));
}

/* Takes a limit that is one and lower than the one before: "max", and of version 1 nearly 2^63, are none. */
static int read_memory(struct search *search, int version, struct pyos_str directory)
{
    const int64_t none = INT64_MAX - 0xFFFFF; /* rounded down to a page */
    struct pyos_cgroup_memory *memory = search->memory;
    char line[LINE];
    int64_t limit;
    int result = read_line(search, directory, version == V2 ? "/memory.max" : "/memory.limit_in_bytes", line);

    if (result <= 0 || pyos_int_read(pyos_str(line), &limit) != PYOS_INT_OK || limit < 0 || limit >= none ||
        (memory->version != 0 && limit >= memory->limit))
        return result < 0 ? -1 : 0;
    *memory = (struct pyos_cgroup_memory){version, limit, join(search->arena, directory, pyos_str(""), "")};
    return memory->directory ? 0 : pyos_error_memory(search->error);
}

/* Whether a group is top or below it; one that begins with /.. is outside of what is visible. */
static bool is_below(struct pyos_str group, struct pyos_str top)
{
    if (!group.data || group.size < top.size || strncmp(group.data, "/..", 3) == 0)
        return false;
    return memcmp(group.data, top.data, top.size) == 0 && (group.size == top.size || group.data[top.size] == '/');
}

/* From the process's group up to the mount point; top: the group that is mounted there. */
static int climb(struct search *search, int version, struct pyos_str top, struct pyos_str mount_point)
{
    struct pyos_str group = search->groups[version];
    struct pyos_str directory;

    if (is(top, "/"))
        top.size = 0;
    if (!is_below(group, top))
        return 0; /* nothing of the group is visible here */
    directory = pyos_str(join(search->arena, mount_point, (struct pyos_str){0}, group.data + top.size));
    if (!directory.data)
        return pyos_error_memory(search->error);
    for (;;) {
        while (directory.size > mount_point.size && directory.data[directory.size - 1] == '/')
            directory.size--;
        if (search->resource->read_group(search, version, directory) != 0)
            return -1;
        if (directory.size == mount_point.size)
            return 0;
        while (directory.data[directory.size - 1] != '/')
            directory.size--;
    }
}

static int take_mount(struct search *search, struct pyos_str line)
{
    struct pyos_mount mount;

    if (pyos_mount_read(line, search->arena, &mount, search->error) != 0)
        return -1;
    if (is(mount.type, "cgroup2"))
        return climb(search, V2, mount.root, mount.mount_point);
    if (is(mount.type, "cgroup") && lists(mount.super_options, search->resource->controller))
        return climb(search, V1, mount.root, mount.mount_point);
    return 0;
}

/* A line of /proc/self/cgroup: ID:CONTROLLERS:PATH, where version 2 has no controllers. */
static int take_membership(struct search *search, struct pyos_str line)
{
    struct pyos_str controllers;
    struct pyos_str *group = NULL;

    pyos_file_part(&line, ':');
    controllers = pyos_file_part(&line, ':');
    if (controllers.size == 0)
        group = &search->groups[V2];
    else if (lists(controllers, search->resource->controller))
        group = &search->groups[V1];
    if (!group)
        return 0;
    *group = (struct pyos_str){pyos_arena_copy(search->arena, line.data, line.size), line.size};
    return group->data ? 0 : pyos_error_memory(search->error);
}

/* Does something with each line of a file, which need not be there. */
static int each_line(struct search *search, const char *path, int (*take)(struct search *, struct pyos_str))
{
    struct pyos_in in;
    struct pyos_str line;
    int result = open_file(search, pyos_str(path), "", &in);

    if (result <= 0)
        return result;
    while ((result = pyos_in_next(&in, '\n', &line, search->error)) > 0)
        if (take(search, line) != 0) {
            result = -1;
            break;
        }
    pyos_in_close(&in);
    return result;
}

static int run(struct search *search)
{
    if (each_line(search, "/proc/self/cgroup", take_membership) != 0)
        return -1;
    return each_line(search, "/proc/self/mountinfo", take_mount);
}

int pyos_cgroup_quota(const char *root, struct pyos_cgroup_quota *quota, struct pyos_arena *arena,
                      struct pyos_error *error)
{
    static const struct resource cpu = {"cpu", read_quota};
    struct search search = {.resource = &cpu, .root = root, .best = quota, .arena = arena, .error = error};

    *quota = (struct pyos_cgroup_quota){0};
    return run(&search);
}

int pyos_cgroup_memory(const char *root, struct pyos_cgroup_memory *memory, struct pyos_arena *arena,
                       struct pyos_error *error)
{
    static const struct resource bytes = {"memory", read_memory};
    struct search search = {.resource = &bytes, .root = root, .memory = memory, .arena = arena, .error = error};

    *memory = (struct pyos_cgroup_memory){0};
    return run(&search);
}
