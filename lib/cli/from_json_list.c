#include "pyos/cli/from_json_list.h"

#include "pyos/cli/from_json.h"
#include "pyos/py/cpus.h"
#include "pyos/py/int.h"
#include "pyos/py/signals.h"
#include "pyos/py/times.h"

#include <limits.h>
#include <stdlib.h>

/* Room for as many items as an array or object has; never nothing, since NULL is no memory. */
static void *room_for(const struct pyos_json *value, size_t size, struct pyos_arena *arena, struct pyos_error *error)
{
    void *room = value->count < SIZE_MAX / size ? pyos_arena_get(arena, (value->count + 1) * size) : NULL;

    if (!room)
        pyos_error_memory(error);
    return room;
}

/* An integer of an array; bool is one in Python. */
static bool int_of(const struct pyos_json *value, int64_t *number)
{
    *number = value->truth;
    return value->kind == PYOS_JSON_KIND_BOOL || pyos_json_int(value, number);
}

/* A str or bytes without NUL, as the arguments of exec are. */
static int to_argument(const struct pyos_json *value, struct pyos_arena *arena, struct pyos_str *text,
                       struct pyos_error *error)
{
    bool bytes;

    if (!pyos_from_json_text(value, arena, text, &bytes))
        return pyos_error_say(error, PYOS_TYPEERROR, "expected str, bytes or os.PathLike object, not %s",
                              pyos_from_json_type(value));
    if (!text->data)
        return pyos_error_memory(error);
    if (memchr(text->data, '\0', text->size))
        return pyos_error_say(error, PYOS_VALUEERROR, "embedded null byte");
    return 0;
}

/* The words of whoever looks at the list in CPython. */
static int refuse_argv(const char *function, struct pyos_error *error)
{
    bool environment = function[strlen(function) - 1] == 'e';

    if (strncmp(function, "spawn", 5) == 0)
        return pyos_error_say(error, PYOS_TYPEERROR, "argv must be a tuple or a list");
    if (strncmp(function, "exec", 4) == 0 && !environment)
        return pyos_error_say(error, PYOS_TYPEERROR, "execv() arg 2 must be a tuple or list");
    return pyos_error_say(error, PYOS_TYPEERROR, "%s: argv must be a tuple or list", environment ? "execve" : function);
}

int pyos_from_json_strs(const char *function, const struct pyos_json *value, struct pyos_arena *arena,
                        struct pyos_strs *strs, struct pyos_error *error)
{
    struct pyos_str *items;

    if (value->kind != PYOS_JSON_KIND_ARRAY)
        return refuse_argv(function, error);
    items = room_for(value, sizeof *items, arena, error);
    if (!items)
        return -1;
    *strs = (struct pyos_strs){items, value->count};
    for (const struct pyos_json *item = value->first; items < strs->items + strs->count; item = item->next)
        if (to_argument(item, arena, items++, error) != 0)
            return -1;
    return 0;
}

/* An integer is the word that a command line would have for it. */
int pyos_from_json_words(const struct pyos_json *value, struct pyos_arena *arena, struct pyos_words *words,
                         struct pyos_error *error)
{
    const char **items = room_for(value, sizeof *items, arena, error);

    if (!items)
        return -1;
    *words = (struct pyos_words){items, value->count};
    for (const struct pyos_json *item = value->first; item; item = item->next) {
        struct pyos_str text = item->text;

        if (item->kind == PYOS_JSON_KIND_NUMBER && !pyos_json_is_float(item))
            text.data = pyos_arena_copy(arena, text.data, text.size);
        else if (to_argument(item, arena, &text, error) != 0)
            return -1;
        if (!text.data)
            return pyos_error_memory(error);
        *items++ = text.data;
    }
    return 0;
}

int pyos_from_json_buffers(const char *function, const struct pyos_json *value, struct pyos_arena *arena,
                           struct pyos_buffers *buffers, struct pyos_error *error)
{
    struct pyos_bytes *items;

    if (value->kind != PYOS_JSON_KIND_ARRAY)
        return pyos_error_say(error, PYOS_TYPEERROR, "%s() arg 2 must be a sequence", function);
    items = room_for(value, sizeof *items, arena, error);
    if (!items)
        return -1;
    *buffers = (struct pyos_buffers){items, value->count};
    for (const struct pyos_json *item = value->first; item; item = item->next, items++) {
        bool bytes = false;
        bool text = pyos_from_json_text(item, arena, &items->bytes, &bytes);

        if (!text || !bytes)
            return pyos_error_say(error, PYOS_TYPEERROR, "a bytes-like object is required, not '%s'",
                                  pyos_from_json_type(item));
        if (!items->bytes.data)
            return pyos_error_memory(error);
    }
    return 0;
}

int pyos_from_json_ints(const char *function, const struct pyos_json *value,
                        const struct pyos_convert_context *context, struct pyos_ints *ints, struct pyos_error *error)
{
    struct {
        int64_t number;
    } one;
    const struct pyos_param row = {.name = "item", .type = PYOS_TYPE_I64};
    int64_t *items;

    if (value->kind != PYOS_JSON_KIND_ARRAY)
        return pyos_error_say(error, PYOS_TYPEERROR, "%s() arg 2 must be a sequence", function);
    items = room_for(value, sizeof *items, context->arena, error);
    if (!items)
        return -1;
    *ints = (struct pyos_ints){items, value->count};
    for (const struct pyos_json *item = value->first; item; item = item->next, items++) {
        const struct pyos_function caller = {.name = function};

        if (pyos_from_json(&caller, &row, &one, item, context, error) != 0)
            return -1;
        *items = one.number;
    }
    return 0;
}

int pyos_from_json_cpus(const struct pyos_json *value, struct pyos_cpus *cpus, struct pyos_error *error)
{
    if (value->kind != PYOS_JSON_KIND_ARRAY)
        return pyos_error_say(error, PYOS_TYPEERROR, "'%s' object is not iterable", pyos_from_json_type(value));
    *cpus = (struct pyos_cpus){.given = true};
    for (const struct pyos_json *item = value->first; item; item = item->next) {
        int64_t cpu;

        if (!int_of(item, &cpu))
            return pyos_error_say(error, PYOS_TYPEERROR, "expected an iterator of ints, but iterator yielded "
                                  "<class '%s'>", pyos_from_json_type(item));
        if (cpu < 0)
            return pyos_error_say(error, PYOS_VALUEERROR, "negative CPU number");
        if (cpu > INT_MAX - 1)
            return pyos_error_say(error, PYOS_OVERFLOWERROR, "CPU number too large");
        pyos_cpus_add(cpus, (int)cpu); /* in range */
    }
    return 0;
}

int pyos_from_json_signals(const struct pyos_json *value, struct pyos_signals *signals, struct pyos_error *error)
{
    if (value->kind != PYOS_JSON_KIND_ARRAY)
        return pyos_error_say(error, PYOS_TYPEERROR, "'%s' object is not iterable", pyos_from_json_type(value));
    *signals = (struct pyos_signals){.given = true};
    for (const struct pyos_json *item = value->first; item; item = item->next) {
        int64_t wide;
        int number = 0;

        if (item->kind == PYOS_JSON_KIND_STRING) {
            if (pyos_signal_read(item->text, &number, error) != 0)
                return -1;
        } else if (!int_of(item, &wide)) {
            return pyos_error_say(error, PYOS_TYPEERROR, "'%s' object cannot be interpreted as an integer",
                                  pyos_from_json_type(item));
        } else if (wide < 1 || wide > PYOS_SIGNAL_MAX) {
            return pyos_error_say(error, PYOS_VALUEERROR, "signal number %lld out of range [1; %d]", (long long)wide,
                                  PYOS_SIGNAL_MAX); /* long long is what the format has */
        } else {
            number = (int)wide; /* in range */
        }
        signals->bits |= UINT64_C(1) << (number - 1);
    }
    return 0;
}

/* One variable, of an object's member or of a pair. */
static int to_variable(const struct pyos_json *value, struct pyos_arena *arena, struct pyos_variable *variable,
                       struct pyos_error *error)
{
    const struct pyos_json name = {.kind = PYOS_JSON_KIND_STRING, .text = value->key};
    bool pair = value->kind == PYOS_JSON_KIND_ARRAY && value->count == 2;

    if (value->key.data)
        return to_argument(&name, arena, &variable->name, error) == 0
            ? to_argument(value, arena, &variable->value, error) : -1;
    if (!pair)
        return pyos_error_say(error, PYOS_TYPEERROR, "an environment is an object, or a list of pairs");
    if (to_argument(value->first, arena, &variable->name, error) != 0)
        return -1;
    return to_argument(value->first->next, arena, &variable->value, error);
}

int pyos_from_json_environment(const char *function, const struct pyos_json *value, struct pyos_arena *arena,
                               struct pyos_environment *environment, struct pyos_error *error)
{
    const bool none = strncmp(function, "posix_spawn", 11) == 0; /* that is the process's own */
    struct pyos_variable *items;

    if (value->kind == PYOS_JSON_KIND_NULL && none)
        return 0;
    if (value->kind != PYOS_JSON_KIND_OBJECT && value->kind != PYOS_JSON_KIND_ARRAY)
        return pyos_error_say(error, PYOS_TYPEERROR, "%s: environment must be a mapping object%s", function,
                              none ? " or None" : "");
    items = room_for(value, sizeof *items, arena, error);
    if (!items)
        return -1;
    *environment = (struct pyos_environment){items, value->count, true};
    for (const struct pyos_json *item = value->first; item; item = item->next, items++) {
        if (to_variable(item, arena, items, error) != 0)
            return -1;
        if (items->name.size == 0 || memchr(items->name.data, '=', items->name.size))
            return pyos_error_say(error, PYOS_VALUEERROR, "illegal environment variable name");
    }
    return 0;
}

/* One time of a pair: an int is exact, a float is rounded as CPython rounds it. */
static int to_time(const struct pyos_json *value, bool ns, struct pyos_time *time, struct pyos_error *error)
{
    int64_t number;

    if (int_of(value, &number)) {
        *time = ns ? pyos_times_of_ns(number) : (struct pyos_time){.seconds = number};
        return 0;
    }
    if (pyos_json_is_float(value) && !ns)
        return pyos_times_of_float(strtod(value->text.data, NULL), time, error); /* what follows a number ends it */
    if (value->kind == PYOS_JSON_KIND_NUMBER)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "timestamp out of range for platform time_t");
    return pyos_error_say(error, PYOS_TYPEERROR, "'%s' object cannot be interpreted as an integer",
                          pyos_from_json_type(value));
}

int pyos_from_json_times(const char *function, const struct pyos_json *value, bool ns, struct pyos_times *times,
                         struct pyos_error *error)
{
    if (value->kind != PYOS_JSON_KIND_ARRAY || value->count != 2)
        return pyos_error_say(error, PYOS_TYPEERROR,
                              ns ? "%s: 'ns' must be a tuple of two ints"
                                 : "%s: 'times' must be either a tuple of two ints or None", function);
    times->given = true;
    if (to_time(value->first, ns, &times->access, error) != 0)
        return -1;
    return to_time(value->first->next, ns, &times->modification, error);
}
