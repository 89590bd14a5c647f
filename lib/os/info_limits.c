#include "pyos/os/info_limits.h"

#include "pyos/sys/rlimit.h"

#include <sys/resource.h>

struct limit {
    int64_t soft, hard;
};

/* By the number of the resource: the kernel has these. */
enum { RESOURCES = 16 };

struct limits {
    struct pyos_nested of[RESOURCES];
};

#define PART(member) {PYOS_INFO_FIELD(struct limit, member)}
#define LIMIT(name) \
    {PYOS_FIELD_AS(struct limits, of[name], #name, PYOS_TYPE_NESTED), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE}

static const struct pyos_field limit_fields[] = {PART(soft), PART(hard)};
static const struct pyos_record limit_record = {NULL, limit_fields, sizeof limit_fields / sizeof *limit_fields};

static const struct pyos_field fields[] = {
    LIMIT(RLIMIT_AS),       LIMIT(RLIMIT_CORE),   LIMIT(RLIMIT_CPU),    LIMIT(RLIMIT_DATA),
    LIMIT(RLIMIT_FSIZE),    LIMIT(RLIMIT_LOCKS),  LIMIT(RLIMIT_MEMLOCK), LIMIT(RLIMIT_MSGQUEUE),
    LIMIT(RLIMIT_NICE),     LIMIT(RLIMIT_NOFILE), LIMIT(RLIMIT_NPROC),  LIMIT(RLIMIT_RSS),
    LIMIT(RLIMIT_RTPRIO),   LIMIT(RLIMIT_RTTIME), LIMIT(RLIMIT_SIGPENDING), LIMIT(RLIMIT_STACK),
};
static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

_Static_assert(sizeof fields / sizeof *fields == RESOURCES, "each resource has its field");

int pyos_info_limits(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct limits *limits = pyos_info_new(arena, &record, sizeof *limits, made, error);

    for (int i = 0; limits && i < RESOURCES; i++) {
        struct limit *limit = pyos_info_new(arena, &limit_record, sizeof *limit, &limits->of[i], error);
        struct pyos_sys_limits raw;
        int result;

        if (!limit)
            return -1;
        result = pyos_sys_prlimit(0, i, NULL, &raw);
        if (result < 0)
            return pyos_error_os(error, -result);
        *limit = (struct limit){(int64_t)raw.soft, (int64_t)raw.hard}; /* all bits are -1, no other is so large */
    }
    return limits ? 0 : -1;
}
