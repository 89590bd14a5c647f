#include "pyos/os/mmap.h"

#include "pyos/sys/mapping.h"
#include "pyos/sys/statx.h"

#include <sys/stat.h>

struct arguments {
    int fileno;
    struct pyos_size length;
    struct pyos_size offset;
};

#define PARAM(member) PYOS_PARAM(struct arguments, member)

static const struct pyos_param params[] = {
    {PYOS_PARAM_AS(struct arguments, fileno, "fileno", PYOS_TYPE_DESCRIPTOR), .flags = PYOS_PARAM_POSITIONAL},
    {PARAM(length), .flags = PYOS_PARAM_POSITIONAL},
    {PARAM(offset), .metavar = "N", .left_out = "0", .doc = "where to begin: a multiple of the size of a page"},
};

static int refuse(struct pyos_call *call, enum pyos_exception type, const char *why)
{
    return pyos_error_say(call->error, type, "%s", why);
}

/* How many bytes of a file are meant, in CPython's words where they are not there; what is no plain file has any. */
static int measure(struct pyos_call *call, const struct pyos_statx *file, int64_t *length)
{
    const struct arguments *given = call->arguments;
    int64_t offset = given->offset.bytes;
    int64_t size = (int64_t)file->size; /* the kernel's files are no longer */

    *length = given->length.bytes;
    if (!S_ISREG(file->mode))
        return 0;
    if (*length == 0) {
        if (size == 0)
            return refuse(call, PYOS_VALUEERROR, "cannot mmap an empty file");
        if (offset >= size)
            return refuse(call, PYOS_VALUEERROR, "mmap offset is greater than file size");
        *length = size - offset;
    } else if (offset > size || size - offset < *length) {
        return refuse(call, PYOS_VALUEERROR, "mmap length is greater than file size");
    }
    return 0;
}

static int run_mmap(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int fd = given->fileno;
    struct pyos_statx file;
    int64_t length;
    char *room;

    if (given->length.bytes < 0)
        return refuse(call, PYOS_OVERFLOWERROR, "memory mapped length must be positive");
    if (given->offset.bytes < 0)
        return refuse(call, PYOS_OVERFLOWERROR, "memory mapped offset must be positive");
    if (pyos_call_none(call, pyos_sys_fstat(fd, &file)) != 0 || measure(call, &file, &length) != 0)
        return -1;
    room = pyos_arena_get(call->arena, (size_t)length); /* >= 0 */
    if (!room)
        return pyos_error_memory(call->error);
    call->result.bytes.bytes = (struct pyos_str){room, (size_t)length}; /* >= 0 */
    return pyos_call_none(call, pyos_sys_read_mapped(fd, given->offset.bytes, room, (size_t)length)); /* >= 0 */
}

static const struct pyos_function functions[] = {
    {.name = "mmap", .doc = "LENGTH bytes of a file, read as memory; 0 is all of it.", .params = params,
     .count = sizeof params / sizeof *params, .size = sizeof(struct arguments), .result = PYOS_TYPE_BYTES,
     .emulation = PYOS_EMULATED, .run = run_mmap},
};

const struct pyos_section pyos_os_mmap_section = {
    "Memory mapping", "seed", functions, sizeof functions / sizeof *functions, NULL,
};
