#include "pyos/os/environ.h"

#include "pyos/os/search.h"
#include "pyos/py/exception.h"
#include "pyos/sys/environ.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct key_arguments {
    struct pyos_str key;
    struct pyos_str fallback;
};

struct keyb_arguments {
    struct pyos_bytes key;
    struct pyos_bytes fallback;
};

struct put_arguments {
    struct pyos_str name;
    struct pyos_str value;
};

struct set_arguments {
    struct pyos_str key;
    struct pyos_str value;
};

struct path_arguments {
    struct pyos_environment env;
};

/* ---- reading */

static int run_environ(struct pyos_call *call)
{
    struct pyos_environment *mapping = &call->result.environment;
    size_t count = 0;

    while (environ[count])
        count++;
    *mapping = (struct pyos_environment){pyos_arena_get(call->arena, count * sizeof *mapping->items), 0, true};
    if (!mapping->items)
        return pyos_error_memory(call->error);
    for (size_t i = 0; i < count; i++) {
        struct pyos_str word = pyos_str(environ[i]);
        const char *equals = memchr(word.data, '=', word.size);

        if (!equals) /* CPython passes over it, too */
            continue;
        mapping->items[mapping->count++] = (struct pyos_variable){
            {word.data, (size_t)(equals - word.data)}, pyos_str(equals + 1)}; /* inside of it */
    }
    return 0;
}

static int run_environb(struct pyos_call *call)
{
    call->bytes = true;
    return run_environ(call);
}

/* No data where there is none: a key that has a '=' in it, or nothing, is none. */
static struct pyos_str value_of(struct pyos_str key)
{
    const char *value = memchr(key.data, '=', key.size) ? NULL : getenv(key.data);

    return value ? pyos_str(value) : (struct pyos_str){0};
}

static int run_getenv(struct pyos_call *call)
{
    const struct key_arguments *given = call->arguments;
    struct pyos_str value = value_of(given->key);

    call->result.str = value.data ? value : given->fallback;
    return 0;
}

static int run_getenvb(struct pyos_call *call)
{
    const struct keyb_arguments *given = call->arguments;
    struct pyos_str value = value_of(given->key.bytes);

    call->bytes = true;
    call->result.str = value.data ? value : given->fallback.bytes;
    return 0;
}

static int run_get_exec_path(struct pyos_call *call)
{
    const struct path_arguments *given = call->arguments;
    const char *path = pyos_os_search_path(given->env.given ? &given->env : NULL);
    struct pyos_strs *directories = &call->result.strs;
    size_t count = 1;

    for (const char *at = path; *at; at++)
        count += *at == ':';
    *directories = (struct pyos_strs){pyos_arena_get(call->arena, count * sizeof *directories->items), 0};
    if (!directories->items)
        return pyos_error_memory(call->error);
    for (; directories->count < count; path++) {
        size_t size = strcspn(path, ":");

        directories->items[directories->count++] = (struct pyos_str){path, size};
        path += size;
    }
    return 0;
}

/* ---- writing */

static int set(struct pyos_call *call, struct pyos_str name, struct pyos_str value)
{
    if (memchr(name.data, '=', name.size))
        return pyos_error_say(call->error, PYOS_VALUEERROR, "illegal environment variable name");
    return pyos_call_none(call, pyos_sys_setenv(name.data, value.data));
}

static int run_putenv(struct pyos_call *call)
{
    const struct put_arguments *given = call->arguments;

    return set(call, given->name, given->value);
}

static int run_unsetenv(struct pyos_call *call)
{
    const struct put_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_unsetenv(given->name.data));
}

static int run_environ_set(struct pyos_call *call)
{
    const struct set_arguments *given = call->arguments;

    return set(call, given->key, given->value);
}

static int run_environ_unset(struct pyos_call *call)
{
    const struct set_arguments *given = call->arguments;

    if (!value_of(given->key).data)
        return pyos_exception_key(call->error, given->key);
    return pyos_call_none(call, pyos_sys_unsetenv(given->key.data));
}

/* ---- the rows */

enum { POSITIONAL = PYOS_PARAM_POSITIONAL, ONLY = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY };

static const struct pyos_param key_params[] = {
    {PYOS_PARAM(struct key_arguments, key), .flags = POSITIONAL},
    {PYOS_PARAM_AS(struct key_arguments, fallback, "default", PYOS_TYPE_STR), .flags = POSITIONAL, .left_out = "None"},
};
static const struct pyos_param keyb_params[] = {
    {PYOS_PARAM(struct keyb_arguments, key), .flags = POSITIONAL},
    {PYOS_PARAM_AS(struct keyb_arguments, fallback, "default", PYOS_TYPE_BYTES), .flags = POSITIONAL,
     .left_out = "None"},
};
static const struct pyos_param put_params[] = {
    {PYOS_PARAM(struct put_arguments, name), .flags = ONLY},
    {PYOS_PARAM(struct put_arguments, value), .flags = ONLY},
};
static const struct pyos_param set_params[] = {
    {PYOS_PARAM(struct set_arguments, key), .flags = POSITIONAL},
    {PYOS_PARAM(struct set_arguments, value), .flags = POSITIONAL},
};
static const struct pyos_param path_params[] = {
    {PYOS_PARAM(struct path_arguments, env), .flags = POSITIONAL, .left_out = "None"},
};

#define FIRST(rows, n, T) .params = rows, .count = n, .size = sizeof(struct T)
#define VALUE .result = PYOS_TYPE_ENVIRONMENT, .flags = PYOS_FUNCTION_IN_PYTHON | PYOS_FUNCTION_VALUE
#define MAYBE .result = PYOS_TYPE_STR, .flags = PYOS_FUNCTION_IN_PYTHON | PYOS_FUNCTION_NONE_IS_FALSE
#define ACTS .result = PYOS_TYPE_NONE, .flags = PYOS_FUNCTION_INSIDE
#define ASSIGNS .result = PYOS_TYPE_NONE, .flags = PYOS_FUNCTION_IN_PYTHON | PYOS_FUNCTION_INSIDE

static const struct pyos_function functions[] = {
    {.name = "environ", .doc = "The environment.", VALUE, .run = run_environ},
    {.name = "environb", .doc = "The environment, as bytes.", VALUE, .run = run_environb},
    {.name = "get_exec_path", .doc = "The directories in which a command is looked for.",
     FIRST(path_params, 1, path_arguments), .result = PYOS_TYPE_STRS, .flags = PYOS_FUNCTION_IN_PYTHON,
     .run = run_get_exec_path},
    {.name = "getenv", .doc = "The value of a variable of the environment.", FIRST(key_params, 2, key_arguments),
     MAYBE, .run = run_getenv},
    {.name = "getenvb", .doc = "The value of a variable of the environment, as bytes.",
     FIRST(keyb_params, 2, keyb_arguments), MAYBE, .run = run_getenvb},
    {.name = "putenv", .doc = "Sets a variable of the environment.", FIRST(put_params, 2, put_arguments), ACTS,
     .run = run_putenv},
    {.name = "unsetenv", .doc = "Removes a variable of the environment.", FIRST(put_params, 1, put_arguments), ACTS,
     .run = run_unsetenv},
};

static const struct pyos_function seed_functions[] = {
    {.name = "environ_set", .doc = "environ[key] = value", FIRST(set_params, 2, set_arguments), ASSIGNS,
     .run = run_environ_set},
    {.name = "environ_unset", .doc = "del environ[key]", FIRST(set_params, 1, set_arguments), ASSIGNS,
     .run = run_environ_unset},
};

const struct pyos_section pyos_os_environ_section = {
    "Process Parameters", NULL, functions, sizeof functions / sizeof *functions,
};
const struct pyos_section pyos_os_environ_seed_section = {
    "Process Parameters", "seed", seed_functions, sizeof seed_functions / sizeof *seed_functions,
};
