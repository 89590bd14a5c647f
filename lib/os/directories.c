#include "pyos/os/directories.h"

#include "pyos/os/path.h"
#include "pyos/py/posixpath.h"
#include "pyos/sys/entry.h"

#include <errno.h>
#include <sys/stat.h>

/* os.path.split without regard to a slash at the end. False where there is no directory above, or no name. */
static bool split(struct pyos_str path, struct pyos_str *head, struct pyos_str *tail)
{
    struct pyos_str parts[2];

    pyos_posixpath_split(path, parts);
    if (parts[1].size == 0)
        pyos_posixpath_split(parts[0], parts);
    *head = parts[0];
    *tail = parts[1];
    return head->size > 0 && tail->size > 0;
}

/* The part of a path as one that ends with NUL and lives as long as the call. Its text is NULL without memory. */
static struct pyos_pathname part_of(struct pyos_call *call, const struct pyos_pathname *path, struct pyos_str part)
{
    return (struct pyos_pathname){{pyos_arena_copy(call->arena, part.data, part.size), part.size}, path->bytes};
}

/* os.makedirs(path, mode, exist_ok): the directories above get the mode that the umask leaves. */
static int make_all(struct pyos_call *call, const struct pyos_pathname *path, uint32_t mode, bool exist_ok)
{
    struct pyos_str head;
    struct pyos_str tail;
    int result;

    if (split(path->text, &head, &tail)) {
        struct pyos_pathname above = part_of(call, path, head);

        if (!above.text.data)
            return pyos_error_memory(call->error);
        if (!pyos_path_is(call->root, above.text, true, 0)) {
            if (make_all(call, &above, 0777, exist_ok) != 0 && call->error->errnum != EEXIST)
                return -1;
            if (pyos_str_equal(tail, pyos_str("."))) /* it is there when what is above it is */
                return 0;
        }
    }
    result = pyos_sys_mkdir(pyos_call_here(call), path->text.data, mode);
    if (result < 0 && exist_ok && pyos_path_is(call->root, path->text, true, S_IFDIR))
        return 0;
    return pyos_call_of_name(call, result, path);
}

/* Removes each directory above a path, up to the first one that cannot be removed. */
static int remove_above(struct pyos_call *call, const struct pyos_pathname *path)
{
    struct pyos_pathname at = *path;
    struct pyos_str head;
    struct pyos_str tail;

    while (split(at.text, &head, &tail)) {
        at = part_of(call, path, head);
        if (!at.text.data)
            return pyos_error_memory(call->error);
        if (pyos_sys_rmdir(pyos_call_here(call), at.text.data) < 0)
            break;
    }
    return 0;
}

/* ---- the rows */

struct arguments {
    struct pyos_pathname name;
    struct pyos_mode mode;
    bool exist_ok;
};

struct pair {
    struct pyos_pathname old;
    struct pyos_pathname new;
};

static const struct arguments defaults = {.mode = {.bits = 0777}};

#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL

#define NUL "embedded null character in "
#define NEITHER " should be string, bytes or os.PathLike, not %s"

static const struct pyos_wording as_mkdir = {.type = PYOS_WORDING_FSPATH, .nul = "mkdir: " NUL "path"};
static const struct pyos_wording as_rmdir = {.type = "rmdir: path" NEITHER, .nul = "rmdir: " NUL "path"};
static const struct pyos_wording as_rename_src = {.type = "rename: src" NEITHER, .nul = "rename: " NUL "src"};
static const struct pyos_wording as_rename_dst = {.type = PYOS_WORDING_FSPATH, .nul = "rename: " NUL "dst"};

static const struct pyos_param makedirs_params[] = {
    {PYOS_PARAM(struct arguments, name), POSITIONAL, .wording = &as_mkdir},
    {PYOS_PARAM(struct arguments, mode), POSITIONAL, .left_out = "511"},
    {PYOS_PARAM(struct arguments, exist_ok), POSITIONAL, .left_out = "False", .doc = "the directory may be there"},
};
static const struct pyos_param removedirs_params[] = {
    {PYOS_PARAM(struct arguments, name), POSITIONAL, .wording = &as_rmdir},
};
static const struct pyos_param renames_params[] = {
    {PYOS_PARAM(struct pair, old), POSITIONAL, .wording = &as_rename_src},
    {PYOS_PARAM(struct pair, new), POSITIONAL, .wording = &as_rename_dst},
};

static int run_makedirs(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return make_all(call, &given->name, given->mode.bits, given->exist_ok);
}

static int run_removedirs(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    const struct pyos_pathname *name = &given->name;

    if (pyos_call_of_name(call, pyos_sys_rmdir(pyos_call_here(call), name->text.data), name) != 0)
        return -1;
    return remove_above(call, name);
}

/* The directory that renames makes for a path, or removes; its text is NULL where there is none. */
static int parent_of(struct pyos_call *call, const struct pyos_pathname *path, struct pyos_pathname *parent)
{
    struct pyos_str parts[2];

    *parent = (struct pyos_pathname){0};
    pyos_posixpath_split(path->text, parts);
    if (parts[0].size == 0 || parts[1].size == 0)
        return 0;
    *parent = part_of(call, path, parts[0]);
    return parent->text.data ? 0 : pyos_error_memory(call->error);
}

static int run_renames(struct pyos_call *call)
{
    const struct pair *given = call->arguments;
    const struct pyos_pathname *from = &given->old;
    const struct pyos_pathname *to = &given->new;
    const struct pyos_place here = pyos_call_here(call);
    struct pyos_pathname left;
    struct pyos_pathname made;

    if (parent_of(call, to, &made) != 0 || parent_of(call, from, &left) != 0)
        return -1;
    if (made.text.data && !pyos_path_is(call->root, made.text, true, 0) && make_all(call, &made, 0777, false) != 0)
        return -1;
    if (pyos_call_of_names(call, pyos_sys_rename(here, from->text.data, here, to->text.data, 0), from, to) != 0)
        return -1;
    if (left.text.data && pyos_sys_rmdir(here, left.text.data) == 0)
        return remove_above(call, &left);
    return 0;
}

#define ROWS(params_) .params = params_, .count = sizeof params_ / sizeof *params_
#define NONE .result = PYOS_TYPE_NONE, .flags = PYOS_FUNCTION_IN_PYTHON

static const struct pyos_function functions[] = {
    {.name = "makedirs", .doc = "Makes a directory, and those above it that are missing.", ROWS(makedirs_params),
     .size = sizeof(struct arguments), .defaults = &defaults, NONE, .emulation = PYOS_EMULATED, .run = run_makedirs},
    {.name = "removedirs", .doc = "Removes an empty directory, and those above it that are empty then.",
     ROWS(removedirs_params), .size = sizeof(struct arguments), NONE,
     .emulation = PYOS_EMULATED, .run = run_removedirs},
    {.name = "renames", .doc = "Renames, makes the directories above NEW, and removes those above OLD that are empty.",
     ROWS(renames_params), .size = sizeof(struct pair), NONE, .emulation = PYOS_EMULATED, .run = run_renames},
};

const struct pyos_section pyos_os_directories_section = {
    "Files and Directories", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
