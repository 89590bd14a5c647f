#include "pyos/os/shm.h"

#include "pyos/base/buf.h"
#include "pyos/sys/entry.h"
#include "pyos/sys/file.h"

#include <errno.h>
#include <fcntl.h>

struct arguments {
    struct pyos_pathname path;
    int flags;
    struct pyos_mode mode;
};

static const struct arguments defaults = {.mode = {.bits = 0777}};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL

static const struct pyos_param open_params[] = {
    {PARAM(path), POSITIONAL},
    {PARAM(flags), POSITIONAL},
    {PARAM(mode), POSITIONAL, .left_out = "511"},
};
static const struct pyos_param unlink_params[] = {{PARAM(path), POSITIONAL}};

/* Where Linux has shared memory: a name has no slash but one in front of it (shm_overview(7)). */
static int find_file(struct pyos_call *call, struct pyos_str *file)
{
    const struct arguments *given = call->arguments;
    struct pyos_str name = given->path.text;
    struct pyos_buf path = {0};

    if (name.size > 0 && name.data[0] == '/')
        name = (struct pyos_str){name.data + 1, name.size - 1};
    if (name.size == 0 || memchr(name.data, '/', name.size) || pyos_str_equal(name, pyos_str(".")) ||
        pyos_str_equal(name, pyos_str("..")))
        return pyos_call_of_name(call, -EINVAL, &given->path);
    pyos_buf_text(&path, "/dev/shm/");
    pyos_buf_str(&path, name);
    return pyos_call_take(call, &path, file);
}

static int run_shm_open(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct pyos_str file;
    int result;

    if (find_file(call, &file) != 0)
        return -1;
    result = pyos_sys_open_as(pyos_call_here(call), file.data, given->flags | O_NOFOLLOW, given->mode.bits);
    return pyos_call_of_name(call, result, &given->path);
}

static int run_shm_unlink(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct pyos_str file;

    if (find_file(call, &file) != 0)
        return -1;
    return pyos_call_of_name(call, pyos_sys_unlink(pyos_call_here(call), file.data), &given->path);
}

#define ROWS(params_) \
    .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof defaults, .defaults = &defaults

static const char where[] = "its names are files of /dev/shm below the root";

static const struct pyos_function functions[] = {
    {.name = "shm_open", .doc = "Opens shared memory by its name, such as /x, and gives its descriptor.",
     ROWS(open_params), .result = PYOS_TYPE_FD, .flags = PYOS_FUNCTION_INSIDE,
     .emulation = PYOS_EMULATED, .reason = where, .run = run_shm_open},
    {.name = "shm_unlink", .doc = "Removes the name of shared memory.", ROWS(unlink_params),
     .result = PYOS_TYPE_NONE, .emulation = PYOS_EMULATED, .reason = where, .run = run_shm_unlink},
};

const struct pyos_section pyos_os_shm_section = {
    "Shared memory", "linux", functions, sizeof functions / sizeof *functions, NULL,
};
