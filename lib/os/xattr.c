#include "pyos/os/xattr.h"

#include "pyos/os/conflict.h"
#include "pyos/sys/xattr.h"

#include <errno.h>
#include <string.h>

enum {
    LIST_MAX = 65536, /* XATTR_LIST_MAX of include/uapi/linux/limits.h */
    FEW = 256,        /* bytes, which mostly do: the kernel allocates as many as it is told that there is room for */
};

/*
 * What the calls take. As CPython reads it, a negative descriptor is no path at all, which nothing but
 * listxattr can do without.
 */
static int prepare(const char *function, const struct pyos_xattr_subject *subject, const char *without,
                   struct pyos_sys_file *file, struct pyos_error *error)
{
    const struct pyos_path *path = &subject->path;
    bool is_fd = path->is_fd && path->fd >= 0;
    const char *name = path->name.data ? path->name.data : without;

    if (pyos_conflict_fd_and_follow_symlinks(function, path, subject->follow_symlinks, error) != 0)
        return -1;
    if (!is_fd && !name)
        return pyos_error_fd(error, EFAULT, path->fd);
    *file = (struct pyos_sys_file){subject->place, is_fd ? NULL : name, subject->follow_symlinks};
    if (is_fd)
        file->place.fd = path->fd;
    return 0;
}

static int fail(const struct pyos_xattr_subject *subject, int result, struct pyos_error *error)
{
    const struct pyos_path *path = &subject->path;

    if (path->is_fd)
        return pyos_error_fd(error, -result, path->fd);
    return path->name.data ? pyos_error_path(error, -result, path->name) : pyos_error_os(error, -result);
}

/* The names that lie behind one another in text, NUL behind each. */
static int cut(struct pyos_arena *arena, const char *text, size_t size, struct pyos_strs *names,
               struct pyos_error *error)
{
    char *copy = pyos_arena_copy(arena, text, size);
    size_t count = 0;

    for (size_t i = 0; i < size; i++)
        count += text[i] == '\0';
    names->items = pyos_arena_get(arena, count * sizeof *names->items);
    names->count = 0;
    if (!copy || !names->items)
        return pyos_error_memory(error);
    for (; names->count < count; copy += names->items[names->count++].size + 1)
        names->items[names->count] = pyos_str(copy);
    return 0;
}

int pyos_os_listxattr(const struct pyos_xattr_subject *subject, struct pyos_arena *arena, struct pyos_strs *names,
                      struct pyos_error *error)
{
    char text[LIST_MAX];
    struct pyos_sys_file file;
    int size;

    if (prepare("listxattr", subject, ".", &file, error) != 0)
        return -1;
    size = pyos_sys_listxattr(&file, text, FEW);
    if (size == -ERANGE)
        size = pyos_sys_listxattr(&file, text, sizeof text);
    if (size < 0)
        return fail(subject, size, error);
    return cut(arena, text, (size_t)size, names, error); /* >= 0 */
}

int pyos_os_getxattr(const struct pyos_xattr_subject *subject, struct pyos_str attribute, struct pyos_arena *arena,
                     struct pyos_bytes *value, struct pyos_error *error)
{
    char bytes[PYOS_XATTR_SIZE_MAX];
    struct pyos_sys_file file;
    int size;

    if (prepare("getxattr", subject, NULL, &file, error) != 0)
        return -1;
    size = pyos_sys_getxattr(&file, attribute.data, bytes, FEW);
    if (size == -ERANGE)
        size = pyos_sys_getxattr(&file, attribute.data, bytes, sizeof bytes);
    if (size < 0)
        return fail(subject, size, error);
    value->bytes.size = (size_t)size; /* >= 0 */
    value->bytes.data = pyos_arena_copy(arena, bytes, value->bytes.size);
    return value->bytes.data ? 0 : pyos_error_memory(error);
}

int pyos_os_setxattr(const struct pyos_xattr_subject *subject, struct pyos_str attribute, struct pyos_bytes value,
                     int flags, struct pyos_error *error)
{
    struct pyos_sys_file file;
    int result;

    if (prepare("setxattr", subject, NULL, &file, error) != 0)
        return -1;
    result = pyos_sys_setxattr(&file, attribute.data, value.bytes.data, value.bytes.size, flags);
    return result < 0 ? fail(subject, result, error) : 0;
}

int pyos_os_removexattr(const struct pyos_xattr_subject *subject, struct pyos_str attribute, struct pyos_error *error)
{
    struct pyos_sys_file file;
    int result;

    if (prepare("removexattr", subject, NULL, &file, error) != 0)
        return -1;
    result = pyos_sys_removexattr(&file, attribute.data);
    return result < 0 ? fail(subject, result, error) : 0;
}

int pyos_os_setxattr_plan(const struct pyos_xattr_subject *subject, struct pyos_str attribute,
                          struct pyos_bytes value, int flags, struct pyos_arena *arena, const char **action,
                          struct pyos_error *error)
{
    struct pyos_bytes old;

    if (pyos_os_getxattr(subject, attribute, arena, &old, error) == 0) {
        *action = pyos_str_equal(old.bytes, value.bytes) ? "keep" : "replace";
        return flags & PYOS_XATTR_CREATE ? fail(subject, -EEXIST, error) : 0;
    }
    *action = "create";
    return error->type == PYOS_OSERROR && error->errnum == ENODATA && !(flags & PYOS_XATTR_REPLACE) ? 0 : -1;
}

/* ---- the rows */

struct arguments {
    struct pyos_path path;
    struct pyos_pathname attribute;
    struct pyos_bytes value;
    int flags;
    bool follow_symlinks;
};

static const struct arguments defaults = {.follow_symlinks = true};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define PATH PARAM(path), .flags = PYOS_PARAM_POSITIONAL
#define ATTRIBUTE {PARAM(attribute), .flags = PYOS_PARAM_POSITIONAL}
#define FOLLOW_SYMLINKS \
    {PARAM(follow_symlinks), .letter = 'P', .flags = PYOS_PARAM_NEGATIVE, .doc = "of a link itself", \
     .left_out = "True"}

static const struct pyos_param listxattr_params[] = {{PATH, .left_out = "None"}, FOLLOW_SYMLINKS};
static const struct pyos_param getxattr_params[] = {{PATH}, ATTRIBUTE, FOLLOW_SYMLINKS};
static const struct pyos_param setxattr_params[] = {
    {PATH},
    ATTRIBUTE,
    {PARAM(value), .flags = PYOS_PARAM_POSITIONAL},
    {PARAM(flags), .flags = PYOS_PARAM_POSITIONAL, .left_out = "0"},
    FOLLOW_SYMLINKS,
};

static struct pyos_xattr_subject subject_of(const struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return (struct pyos_xattr_subject){pyos_call_here(call), given->path, given->follow_symlinks};
}

static int run_listxattr(struct pyos_call *call)
{
    const struct pyos_xattr_subject subject = subject_of(call);

    return pyos_os_listxattr(&subject, call->arena, &call->result.strs, call->error);
}

static int run_getxattr(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_xattr_subject subject = subject_of(call);

    return pyos_os_getxattr(&subject, given->attribute.text, call->arena, &call->result.bytes, call->error);
}

static int run_setxattr(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_xattr_subject subject = subject_of(call);

    return pyos_os_setxattr(&subject, given->attribute.text, given->value, given->flags, call->error);
}

static int run_removexattr(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_xattr_subject subject = subject_of(call);

    return pyos_os_removexattr(&subject, given->attribute.text, call->error);
}

#define ROWS(params_) \
    .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof(struct arguments), \
    .defaults = &defaults

static const struct pyos_function functions[] = {
    {.name = "listxattr", .doc = "The names of the extended attributes of a file, of . when no path is given.",
     ROWS(listxattr_params), .result = PYOS_TYPE_STRS, .emulation = PYOS_EMULATED, .run = run_listxattr},
    {.name = "getxattr", .doc = "The value of an extended attribute.", ROWS(getxattr_params),
     .result = PYOS_TYPE_BYTES, .emulation = PYOS_EMULATED, .run = run_getxattr},
    {.name = "setxattr", .doc = "Gives an extended attribute a value: VALUE itself, or for - standard input.",
     ROWS(setxattr_params), .result = PYOS_TYPE_NONE, .emulation = PYOS_EMULATED, .run = run_setxattr},
    {.name = "removexattr", .doc = "Removes an extended attribute.", ROWS(getxattr_params),
     .result = PYOS_TYPE_NONE, .emulation = PYOS_EMULATED, .run = run_removexattr},
};

const struct pyos_section pyos_os_xattr_section = {
    "Linux extended attributes", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
