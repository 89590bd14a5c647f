#include "pyos/os/random.h"

#include "pyos/base/wipe.h"
#include "pyos/sys/random.h"

#include <errno.h>
#include <string.h>

int pyos_os_getrandom(void *buffer, size_t size, int flags, size_t *got, struct pyos_error *error)
{
    long n = pyos_sys_getrandom(buffer, size, (unsigned)flags); /* the same bits: the kernel refuses unknown ones */

    if (n < 0)
        return pyos_error_os(error, (int)-n); /* an errno is small */
    *got = (size_t)n; /* >= 0 */
    return 0;
}

static int read_device(void *buffer, size_t size, struct pyos_error *error)
{
    int result = pyos_sys_dev_urandom(buffer, size);

    switch (-result) {
    case 0: return 0;
    case ENOENT:
    case ENXIO:
    case ENODEV:
    case EACCES:
        return pyos_error_say(error, PYOS_NOTIMPLEMENTEDERROR, "/dev/urandom (or equivalent) not found");
    default: return pyos_error_os(error, -result);
    }
}

int pyos_os_urandom(void *buffer, size_t size, struct pyos_error *error)
{
    char *at = buffer;

    while (size > 0) {
        size_t got = 0;

        if (pyos_os_getrandom(at, size, 0, &got, error) != 0)
            return error->errnum == ENOSYS || error->errnum == EPERM ? read_device(at, size, error) : -1;
        at += got;
        size -= got;
    }
    return 0;
}

int pyos_random_fill(struct pyos_random *random, void *buffer, size_t size, struct pyos_error *error)
{
    char *at = buffer;

    if (!random->getrandom)
        return pyos_os_urandom(buffer, size, error);
    while (size > 0) {
        size_t got = 0;

        if (pyos_os_getrandom(at, size, random->flags, &got, error) != 0)
            return -1;
        at += got;
        size -= got;
    }
    return 0;
}

int pyos_random_draw(struct pyos_random *random, void *buffer, size_t size, struct pyos_error *error)
{
    uint8_t *from;

    if (random->left < size) {
        if (pyos_random_fill(random, random->block, sizeof random->block, error) != 0)
            return -1;
        random->left = sizeof random->block;
    }
    from = random->block + sizeof random->block - random->left;
    memcpy(buffer, from, size);
    pyos_wipe(from, size);
    random->left -= size;
    return 0;
}

int pyos_random_below(struct pyos_random *random, uint64_t bound, uint64_t *number, struct pyos_error *error)
{
    uint64_t excess = (0 - bound) % bound; /* 2^64 modulo bound: so many draws are one too many for some number */
    uint64_t draw;

    do {
        if (pyos_random_draw(random, &draw, sizeof draw, error) != 0)
            return -1;
    } while (draw < excess);
    *number = draw % bound;
    return 0;
}

void pyos_random_forget(struct pyos_random *random)
{
    pyos_wipe(random->block, sizeof random->block);
    random->left = 0;
}

/* ---- the rows */

struct arguments {
    struct pyos_size size;
    int flags;
};

static const struct pyos_param getrandom_params[] = {
    {PYOS_PARAM(struct arguments, size), .flags = PYOS_PARAM_POSITIONAL},
    {PYOS_PARAM(struct arguments, flags), .flags = PYOS_PARAM_POSITIONAL, .left_out = "0"},
};
static const struct pyos_param urandom_params[] = {
    {PYOS_PARAM(struct arguments, size), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
};

static int run_getrandom(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct pyos_str *bytes = &call->result.bytes.bytes;
    char *room;

    if (given->size.bytes < 0)
        return pyos_error_os(call->error, EINVAL);
    room = pyos_arena_get(call->arena, (size_t)given->size.bytes); /* >= 0 */
    if (!room)
        return pyos_error_memory(call->error);
    bytes->data = room;
    return pyos_os_getrandom(room, (size_t)given->size.bytes, given->flags, &bytes->size, call->error); /* size >= 0 */
}

static int run_urandom(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    char *room;

    if (given->size.bytes < 0)
        return pyos_error_say(call->error, PYOS_VALUEERROR, "negative argument not allowed");
    room = pyos_call_room(call, given->size.bytes);
    if (!room)
        return -1;
    call->result.bytes.bytes = (struct pyos_str){room, (size_t)given->size.bytes}; /* >= 0 */
    return pyos_os_urandom(room, call->result.bytes.bytes.size, call->error);
}

static const struct pyos_function functions[] = {
    {.name = "getrandom", .doc = "Up to SIZE random bytes, by getrandom(2).", .params = getrandom_params, .count = 2,
     .size = sizeof(struct arguments), .result = PYOS_TYPE_BYTES, .flags = PYOS_FUNCTION_SECRET,
     .emulation = PYOS_SUPPORTED, .run = run_getrandom},
    {.name = "urandom", .doc = "SIZE random bytes for cryptographic use.", .params = urandom_params, .count = 1,
     .size = sizeof(struct arguments), .result = PYOS_TYPE_BYTES, .flags = PYOS_FUNCTION_SECRET,
     .emulation = PYOS_SUPPORTED, .run = run_urandom},
};

const struct pyos_section pyos_os_random_section = {
    "Random numbers", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
