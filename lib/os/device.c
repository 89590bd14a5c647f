#include "pyos/os/device.h"

#include <sys/sysmacros.h>

/* NODEV: -1 in Python, as a number and as a part of one. */
enum { NO_DEVICE = -1 };

struct arguments {
    uint64_t device;
    uint64_t major;
    uint64_t minor;
};

#define ONLY .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY
#define DEVICE(member, called) {PYOS_PARAM_AS(struct arguments, member, called, PYOS_TYPE_DEVICE), ONLY}

static const struct pyos_param device_params[] = {DEVICE(device, "device")};
static const struct pyos_param part_params[] = {DEVICE(major, "major"), DEVICE(minor, "minor")};

static int give_part(struct pyos_call *call, unsigned part)
{
    call->result.wide = part == UINT32_MAX ? NO_DEVICE : (int64_t)part;
    return 0;
}

static int run_major(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return give_part(call, major(given->device));
}

static int run_minor(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return give_part(call, minor(given->device));
}

static int run_makedev(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    if ((given->major > UINT32_MAX && given->major != UINT64_MAX) ||
        (given->minor > UINT32_MAX && given->minor != UINT64_MAX))
        return pyos_error_say(call->error, PYOS_OVERFLOWERROR, "Python int too large to convert to C unsigned int");
    call->result.wide_unsigned = makedev((uint32_t)given->major, (uint32_t)given->minor); /* in range, or -1 */
    return 0;
}

#define ROWS(params_) \
    .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof(struct arguments)

static const struct pyos_function functions[] = {
    {.name = "major", .doc = "The major part of a device number, such as st_dev.", ROWS(device_params),
     .result = PYOS_TYPE_I64, .emulation = PYOS_SUPPORTED, .run = run_major},
    {.name = "makedev", .doc = "The device number of two parts.", ROWS(part_params), .result = PYOS_TYPE_DEVICE,
     .emulation = PYOS_SUPPORTED, .run = run_makedev},
    {.name = "minor", .doc = "The minor part of a device number.", ROWS(device_params), .result = PYOS_TYPE_I64,
     .emulation = PYOS_SUPPORTED, .run = run_minor},
};

const struct pyos_section pyos_os_device_section = {
    "Files and Directories", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
