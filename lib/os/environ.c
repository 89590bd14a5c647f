#include "pyos/os/environ.h"

#include "pyos/os/search.h"
#include "pyos/py/exception.h"
#include "pyos/py/expand.h"
#include "pyos/sys/environment.h"

#include <string.h>
#include <unistd.h>

struct get_arguments {
    struct pyos_str key;
    struct pyos_str fallback;
};

struct path_arguments {
    struct pyos_environment env;
};

struct set_arguments {
    struct pyos_str name;
    struct pyos_str value;
};

int pyos_os_environ_copy(struct pyos_variables *variables, struct pyos_error *error)
{
    return pyos_variables_copy(variables, environ) == 0 ? 0 : pyos_error_memory(error);
}

/* os.environ: NAME=VALUE, NULL behind the last. */
static char *const *mapping(const struct pyos_call *call)
{
    return call->variables ? call->variables->items : environ;
}

static bool has_nul(struct pyos_str text)
{
    return memchr(text.data, '\0', text.size);
}

/* ---- reading */

/* Of both: the struct of bytes is its str. */
static int run_getenv(struct pyos_call *call)
{
    const struct get_arguments *given = call->arguments;

    call->result.str = pyos_expand_variable(mapping(call), given->key);
    if (!call->result.str.data)
        call->result.str = given->fallback;
    return 0;
}

/* PATH of the mapping that was given, or of os.environ. */
static struct pyos_str find_path(const struct pyos_call *call)
{
    const struct path_arguments *given = call->arguments;
    struct pyos_str path;

    if (given->env.given)
        return pyos_str(pyos_os_search_path(&given->env));
    path = pyos_expand_variable(mapping(call), pyos_str("PATH"));
    return path.data ? path : pyos_str(PYOS_DEFPATH);
}

static int run_get_exec_path(struct pyos_call *call)
{
    struct pyos_str path = find_path(call);
    struct pyos_strs *parts = &call->result.strs;
    size_t size = 0;

    *parts = (struct pyos_strs){.count = 1};
    for (size_t i = 0; i < path.size; i++)
        parts->count += path.data[i] == ':';
    parts->items = pyos_arena_get(call->arena, parts->count * sizeof *parts->items);
    if (!parts->items)
        return pyos_error_memory(call->error);
    for (size_t i = 0; i < parts->count; i++, path.data += size + 1) {
        size = strcspn(path.data, ":");
        parts->items[i] = (struct pyos_str){path.data, size};
    }
    return 0;
}

/* As Python makes its mapping: words without '=' are none, and of a name that stands twice the first one counts. */
static int run_environ(struct pyos_call *call)
{
    char *const *words = mapping(call);
    struct pyos_environment *result = &call->result.environment;
    size_t count = 0;

    while (words[count])
        count++;
    *result = (struct pyos_environment){pyos_arena_get(call->arena, count * sizeof *result->items), 0, true};
    if (!result->items)
        return pyos_error_memory(call->error);
    for (; *words; words++) {
        const char *equals = strchr(*words, '=');
        struct pyos_str name = {*words, equals ? (size_t)(equals - *words) : 0}; /* inside of it */

        if (equals && pyos_expand_variable(mapping(call), name).data == equals + 1)
            result->items[result->count++] = (struct pyos_variable){name, pyos_str(equals + 1)};
    }
    return 0;
}

static int run_environb(struct pyos_call *call)
{
    call->bytes = true;
    return run_environ(call);
}

/* ---- changing */

static int put(struct pyos_call *call, struct pyos_str name, struct pyos_str value)
{
    if (memchr(name.data, '=', name.size))
        return pyos_error_say(call->error, PYOS_VALUEERROR, "illegal environment variable name");
    return pyos_call_none(call, pyos_sys_setenv(name.data, value.data));
}

static int run_putenv(struct pyos_call *call)
{
    const struct set_arguments *given = call->arguments;

    return put(call, given->name, given->value);
}

static int run_unsetenv(struct pyos_call *call)
{
    const struct set_arguments *given = call->arguments;

    return pyos_call_none(call, pyos_sys_unsetenv(given->name.data));
}

static int run_set(struct pyos_call *call)
{
    const struct set_arguments *given = call->arguments;

    if (has_nul(given->name) || has_nul(given->value))
        return pyos_error_say(call->error, PYOS_VALUEERROR, "embedded null byte");
    if (put(call, given->name, given->value) != 0)
        return -1;
    if (call->variables && pyos_variables_set(call->variables, given->name, given->value) != 0)
        return pyos_error_memory(call->error);
    return 0;
}

/* As Python does it: the environment loses the variable before the mapping is asked. */
static int run_unset(struct pyos_call *call)
{
    const struct set_arguments *given = call->arguments;
    bool there;

    if (has_nul(given->name))
        return pyos_error_say(call->error, PYOS_VALUEERROR, "embedded null byte");
    there = pyos_expand_variable(mapping(call), given->name).data;
    if (pyos_call_none(call, pyos_sys_unsetenv(given->name.data)) != 0)
        return -1;
    if (!there)
        return pyos_exception_key(call->error, given->name);
    if (call->variables)
        pyos_variables_remove(call->variables, given->name);
    return 0;
}

/* ---- the rows */

enum { POSITIONAL = PYOS_PARAM_POSITIONAL, ONLY = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY };

/* As os.py encodes a key or a value. A NUL is for the function. */
static const struct pyos_wording str_wording = {.type = "str expected, not %s", .str = true};

#define KEY(as) PYOS_PARAM_AS(struct get_arguments, key, "key", as), .flags = POSITIONAL
#define DEFAULT(as) \
    PYOS_PARAM_AS(struct get_arguments, fallback, "default", as), .flags = POSITIONAL, .left_out = "None"
#define NAME(called) PYOS_PARAM_AS(struct set_arguments, name, called, PYOS_TYPE_STR)

static const struct pyos_param getenv_params[] = {
    {KEY(PYOS_TYPE_STR), .wording = &str_wording},
    {DEFAULT(PYOS_TYPE_STR), .wording = &str_wording},
};
static const struct pyos_param getenvb_params[] = {{KEY(PYOS_TYPE_BYTES)}, {DEFAULT(PYOS_TYPE_BYTES)}};
static const struct pyos_param path_params[] = {
    {PYOS_PARAM(struct path_arguments, env), .metavar = "K=V", .left_out = "None", .flags = POSITIONAL,
     .doc = "the mapping to look in"},
};
static const struct pyos_param put_params[] = {
    {NAME("name"), .flags = ONLY},
    {PYOS_PARAM(struct set_arguments, value), .flags = ONLY},
};
static const struct pyos_param set_params[] = {
    {NAME("key"), .flags = POSITIONAL, .wording = &str_wording},
    {PYOS_PARAM(struct set_arguments, value), .flags = POSITIONAL, .wording = &str_wording},
};

#define TAKES(type, rows, how_many) .params = rows, .count = how_many, .size = sizeof(struct type)
#define READS(flags_) .flags = PYOS_FUNCTION_IN_PYTHON | (flags_), .emulation = PYOS_SUPPORTED
#define ACTS(flags_) .result = PYOS_TYPE_NONE, .flags = PYOS_FUNCTION_INSIDE | (flags_), .emulation = PYOS_SUPPORTED
#define VALUE .result = PYOS_TYPE_ENVIRONMENT, .flags = PYOS_FUNCTION_VALUE, .emulation = PYOS_SUPPORTED

static const struct pyos_function functions[] = {
    {.name = "environ", .doc = "The environment.", VALUE, .run = run_environ},
    {.name = "environb", .doc = "The environment, as bytes.", VALUE, .run = run_environb},
    {.name = "get_exec_path", .doc = "The directories in which programs are looked for.",
     TAKES(path_arguments, path_params, 1), .result = PYOS_TYPE_STRS, READS(0), .run = run_get_exec_path},
    {.name = "getenv", .doc = "The value of a variable, or default.", TAKES(get_arguments, getenv_params, 2),
     .result = PYOS_TYPE_STR, READS(PYOS_FUNCTION_NONE_IS_FALSE), .run = run_getenv},
    {.name = "getenvb", .doc = "The value of a variable, as bytes, or default.",
     TAKES(get_arguments, getenvb_params, 2), .result = PYOS_TYPE_BYTES, READS(PYOS_FUNCTION_NONE_IS_FALSE),
     .run = run_getenv},
    {.name = "putenv", .doc = "Sets a variable for children; environ and getenv do not see it.",
     TAKES(set_arguments, put_params, 2), ACTS(0), .run = run_putenv},
    {.name = "unsetenv", .doc = "Removes a variable for children; environ and getenv still see it.",
     TAKES(set_arguments, put_params, 1), ACTS(0), .run = run_unsetenv},
};

static const struct pyos_function seed_functions[] = {
    {.name = "environ_set", .doc = "Sets a variable: environ[key] = value.", TAKES(set_arguments, set_params, 2),
     ACTS(PYOS_FUNCTION_IN_PYTHON), .run = run_set},
    {.name = "environ_unset", .doc = "Removes a variable: del environ[key].", TAKES(set_arguments, set_params, 1),
     ACTS(PYOS_FUNCTION_IN_PYTHON), .run = run_unset},
};

const struct pyos_section pyos_os_environ_section = {
    "Process Parameters", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
const struct pyos_section pyos_os_environ_seed_section = {
    "Process Parameters", "seed", seed_functions, sizeof seed_functions / sizeof *seed_functions, NULL,
};
