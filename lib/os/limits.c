#include "pyos/os/limits.h"

#include "pyos/py/constant.h"
#include "pyos/py/size.h"

#include <string.h>
#include <sys/resource.h>

enum { PREFIX = sizeof "RLIMIT_" - 1 };

/* Without RLIMIT_. */
static const struct pyos_constant rows[] = {
    {"AS", RLIMIT_AS},         {"CORE", RLIMIT_CORE},         {"CPU", RLIMIT_CPU},       {"DATA", RLIMIT_DATA},
    {"FSIZE", RLIMIT_FSIZE},   {"LOCKS", RLIMIT_LOCKS},       {"MEMLOCK", RLIMIT_MEMLOCK},
    {"MSGQUEUE", RLIMIT_MSGQUEUE}, {"NICE", RLIMIT_NICE},     {"NOFILE", RLIMIT_NOFILE}, {"NPROC", RLIMIT_NPROC},
    {"OFILE", RLIMIT_NOFILE},  {"RSS", RLIMIT_RSS},           {"RTPRIO", RLIMIT_RTPRIO}, {"RTTIME", RLIMIT_RTTIME},
    {"SIGPENDING", RLIMIT_SIGPENDING}, {"STACK", RLIMIT_STACK},
};

static const struct pyos_constant_module modules[] = {{"resource", rows, NULL, sizeof rows / sizeof *rows}};
static const struct pyos_constants names = {modules, 1};

static struct pyos_str without_prefix(struct pyos_str name)
{
    bool prefixed = name.size > PREFIX && memcmp(name.data, "RLIMIT_", PREFIX) == 0;

    return prefixed ? (struct pyos_str){name.data + PREFIX, name.size - PREFIX} : name;
}

bool pyos_os_limit_find(struct pyos_str name, int *resource)
{
    const struct pyos_constant_module *module;
    struct pyos_constant row;

    if (!pyos_constant_find(&names, without_prefix(name), &module, &row))
        return false;
    *resource = (int)row.value; /* a small number */
    return true;
}

static int read_name(struct pyos_str name, int *resource, struct pyos_error *error)
{
    struct pyos_str bare = without_prefix(name);

    if (pyos_os_limit_find(name, resource))
        return 0;
    return pyos_error_usage(error, PYOS_ATTRIBUTEERROR, "module 'resource' has no attribute 'RLIMIT_%.*s'",
                            (int)(bare.size < 200 ? bare.size : 200), bare.data); /* cut to fit */
}

static int read_value(struct pyos_str word, uint64_t *value, struct pyos_error *error)
{
    int64_t number = -1;

    if (!pyos_str_equal(word, pyos_str("unlimited")) && pyos_size_parse(word, &number, error) != 0)
        return -1;
    if (number < -1)
        return pyos_error_say(error, PYOS_VALUEERROR, "a limit must not be negative");
    *value = number < 0 ? UINT64_MAX : (uint64_t)number;
    return 0;
}

static int read_limit(const char *word, struct pyos_limit *limit, struct pyos_error *error)
{
    const char *equals = strchr(word, '=');
    const char *soft = equals ? equals + 1 : "";
    size_t soft_size = strcspn(soft, ":");

    if (soft_size == 0)
        return pyos_error_usage(error, PYOS_TYPEERROR, "argument 'rlimit' must be NAME=SOFT[:HARD], not '%.200s'",
                                word);
    *limit = (struct pyos_limit){.keep_hard = soft[soft_size] == '\0'};
    if (read_name((struct pyos_str){word, (size_t)(equals - word)}, &limit->resource, error) != 0 ||
        read_value((struct pyos_str){soft, soft_size}, &limit->soft, error) != 0)
        return -1;
    if (limit->keep_hard)
        return 0;
    if (read_value(pyos_str(soft + soft_size + 1), &limit->hard, error) != 0)
        return -1;
    if (limit->soft > limit->hard)
        return pyos_error_say(error, PYOS_VALUEERROR, "current limit exceeds maximum limit");
    return 0;
}

int pyos_os_limits_read(struct pyos_words words, struct pyos_arena *arena, const struct pyos_limit **limits,
                        struct pyos_error *error)
{
    struct pyos_limit *items = pyos_arena_get(arena, words.count * sizeof *items);

    if (!items)
        return pyos_error_memory(error);
    for (size_t i = 0; i < words.count; i++)
        if (read_limit(words.items[i], &items[i], error) != 0)
            return -1;
    *limits = items;
    return 0;
}
