#include "pyos/cli/convert.h"

#include "pyos/base/in.h"
#include "pyos/py/cpus.h"
#include "pyos/py/duration.h"
#include "pyos/py/float_read.h"
#include "pyos/py/int.h"
#include "pyos/py/ints.h"
#include "pyos/py/mode.h"
#include "pyos/py/nanoseconds.h"
#include "pyos/py/scheduler.h"
#include "pyos/py/signals.h"
#include "pyos/py/size.h"
#include "pyos/py/times.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

enum { DATA_MAX = 0x7FFFF000 }; /* the most that one call of Linux moves (MAX_RW_COUNT of the kernel) */

static int to_bool(const struct pyos_param *param, bool *value, const char *word, struct pyos_error *error)
{
    if (strcmp(word, "True") != 0 && strcmp(word, "False") != 0)
        return pyos_error_usage(error, PYOS_TYPEERROR, "argument '%s' must be True or False, not '%s'", param->name,
                                word);
    *value = word[0] == 'T';
    return 0;
}

/* A descriptor; Python words its own overflow for these. */
static int to_fd(int *value, const char *word, struct pyos_error *error)
{
    int64_t wide;

    if (pyos_int_read(pyos_str(word), &wide) == PYOS_INT_INVALID)
        return pyos_int_parse(pyos_str(word), value, error);
    if (wide < INT_MIN)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "fd is less than minimum");
    if (wide > INT_MAX)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "fd is greater than maximum");
    *value = (int)wide; /* in range */
    return 0;
}

/* An int that CPython reads by the format "i", as every pid: its overflow is worded otherwise. */
static int to_signed(int *value, const char *word, const struct pyos_constants *constants, struct pyos_error *error)
{
    int64_t wide;

    if (pyos_constant_read(constants, pyos_str(word), &wide, error) != 0)
        return -1;
    if (wide < INT_MIN)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "signed integer is less than minimum");
    if (wide > INT_MAX)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "signed integer is greater than maximum");
    *value = (int)wide; /* in range */
    return 0;
}

static int to_pid(struct pyos_pid *pid, const char *word, const struct pyos_constants *constants,
                  struct pyos_error *error)
{
    pid->given = true;
    return to_signed(&pid->value, word, constants, error);
}

static int to_flag(const struct pyos_param *param, struct pyos_flag *flag, const char *word, struct pyos_error *error)
{
    flag->given = true;
    return to_bool(param, &flag->value, word, error);
}

static int to_maybe(struct pyos_maybe *maybe, const char *word, const struct pyos_constants *constants,
                    struct pyos_error *error)
{
    maybe->known = true;
    return pyos_constant_read(constants, pyos_str(word), &maybe->value, error);
}

static int to_nanoseconds(struct pyos_maybe *maybe, const char *word, struct pyos_error *error)
{
    maybe->known = true;
    return pyos_nanoseconds_read(pyos_str(word), &maybe->value, error);
}

static int to_choice(const struct pyos_param *param, struct pyos_choice *choice, const char *word,
                     struct pyos_error *error)
{
    for (int i = 0; param->choices[i]; i++)
        if (strcmp(param->choices[i], word) == 0) {
            choice->value = i + 1;
            return 0;
        }
    return pyos_error_usage(error, PYOS_TYPEERROR, "argument '%s' must be one of %s, not '%s'", param->name,
                            param->metavar, word);
}

/* Room for one more item of a list that has count; what it outgrows, by doubling, stays in the arena. */
static void *one_more(void *items, size_t count, size_t size, struct pyos_arena *arena, struct pyos_error *error)
{
    bool full = (count & (count - 1)) == 0; /* 0, 1, 2, 4, ... */
    void *wider = full ? pyos_arena_get(arena, (count > 0 ? count * 2 : 1) * size) : items;

    if (!wider)
        pyos_error_memory(error);
    else if (full && count > 0)
        memcpy(wider, items, count * size);
    return wider;
}

static int to_words(struct pyos_words *words, const char *word, struct pyos_arena *arena, struct pyos_error *error)
{
    const char **items = one_more(words->items, words->count, sizeof *items, arena, error);

    if (!items)
        return -1;
    items[words->count] = word;
    *words = (struct pyos_words){items, words->count + 1};
    return 0;
}

static int to_size(struct pyos_size *size, const char *word, const struct pyos_constants *constants,
                   struct pyos_error *error)
{
    if (isalpha((unsigned char)word[0]) || word[0] == '_')
        return pyos_constant_read(constants, pyos_str(word), &size->bytes, error);
    return pyos_size_parse(pyos_str(word), &size->bytes, error);
}

static int read_data(struct pyos_bytes *data, struct pyos_in *in, struct pyos_arena *arena, struct pyos_error *error)
{
    struct pyos_str all;

    if (pyos_in_all(in, DATA_MAX + (size_t)1, &all, error) != 0)
        return -1;
    if (all.size > DATA_MAX)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "standard input holds more than %d bytes", DATA_MAX);
    data->bytes.data = pyos_arena_copy(arena, all.data, all.size);
    data->bytes.size = all.size;
    return data->bytes.data ? 0 : pyos_error_memory(error);
}

static int to_bytes(struct pyos_bytes *data, const char *word, struct pyos_arena *arena, struct pyos_error *error)
{
    struct pyos_in in;
    int result;

    data->bytes = pyos_str(word);
    if (strcmp(word, "-") != 0)
        return 0;
    if (pyos_in_open(&in, word, error) != 0)
        return -1;
    result = read_data(data, &in, arena, error);
    pyos_in_close(&in);
    return result;
}

int pyos_convert_fd(const struct pyos_param *param, void *arguments, const char *word, struct pyos_error *error)
{
    struct pyos_path *path = (void *)((char *)arguments + param->offset); /* the row says so */

    *path = (struct pyos_path){.is_fd = true};
    return to_fd(&path->fd, word, error);
}

int pyos_convert_literal(const struct pyos_param *param, void *arguments, const char *word)
{
    struct pyos_bytes *data = (void *)((char *)arguments + param->offset); /* the row says so */

    data->bytes = pyos_str(word);
    return 0;
}

static int to_sequence(const struct pyos_param *param, struct pyos_sequence *sequence, const char *word,
                       struct pyos_arena *arena, struct pyos_error *error)
{
    struct pyos_said *items = one_more(sequence->items, sequence->count, sizeof *items, arena, error);

    if (!items)
        return -1;
    items[sequence->count] = (struct pyos_said){param->tag, word};
    *sequence = (struct pyos_sequence){items, sequence->count + 1};
    return 0;
}

static int to_mode(struct pyos_mode *mode, const char *word, const struct pyos_constants *constants,
                   struct pyos_error *error)
{
    mode->given = true;
    return pyos_mode_read(constants, pyos_str(word), &mode->bits, error);
}

static int to_signals(struct pyos_signals *signals, const char *word, struct pyos_error *error)
{
    signals->given = true;
    return pyos_signals_read(pyos_str(word), &signals->bits, error);
}

static int to_duration(struct pyos_duration *duration, const char *word, struct pyos_error *error)
{
    duration->given = true;
    return pyos_duration_read(pyos_str(word), &duration->ns, error);
}

/* NAME=VALUE; a later one of the same name is the one that counts, as in a dict. */
static int to_environment(struct pyos_environment *environment, const char *word, struct pyos_arena *arena,
                          struct pyos_error *error)
{
    const char *equals = strchr(word, '=');
    struct pyos_variable *items;
    struct pyos_str name;
    size_t i = 0;

    if (!equals || equals == word)
        return pyos_error_usage(error, PYOS_VALUEERROR, "illegal environment variable name: '%.200s'", word);
    items = one_more(environment->items, environment->count, sizeof *items, arena, error);
    name.size = (size_t)(equals - word); /* behind it */
    name.data = pyos_arena_copy(arena, word, name.size);
    if (!items || !name.data)
        return pyos_error_memory(error);
    while (i < environment->count && !pyos_str_equal(items[i].name, name))
        i++;
    items[i] = (struct pyos_variable){name, pyos_str(equals + 1)};
    environment->items = items;
    environment->count += i == environment->count;
    environment->given = true;
    return 0;
}

static int to_strs(struct pyos_strs *strs, const char *word, struct pyos_arena *arena, struct pyos_error *error)
{
    struct pyos_str *items = one_more(strs->items, strs->count, sizeof *items, arena, error);

    if (!items)
        return -1;
    items[strs->count] = pyos_str(word);
    *strs = (struct pyos_strs){items, strs->count + 1};
    return 0;
}

static int to_buffers(struct pyos_buffers *buffers, const char *word, struct pyos_arena *arena,
                      struct pyos_error *error)
{
    struct pyos_bytes *items = one_more(buffers->items, buffers->count, sizeof *items, arena, error);

    if (!items || to_bytes(&items[buffers->count], word, arena, error) != 0)
        return -1;
    *buffers = (struct pyos_buffers){items, buffers->count + 1};
    return 0;
}

static int to_float(double *value, const char *word, struct pyos_error *error)
{
    return pyos_float_read(pyos_str(word), value, error);
}

static int to_maybe_float(struct pyos_maybe_float *maybe, const char *word, struct pyos_error *error)
{
    maybe->known = true;
    return to_float(&maybe->value, word, error);
}

static int to_fildes(int *fd, const char *word, const struct pyos_constants *constants, struct pyos_error *error)
{
    if (pyos_constant_read_int(constants, pyos_str(word), fd, error) != 0)
        return -1;
    if (*fd < 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "file descriptor cannot be a negative integer (%d)", *fd);
    return 0;
}

/* A name where it is no number: which names there are, the function knows. */
static int to_configuration(struct pyos_configuration *configuration, const char *word, struct pyos_error *error)
{
    *configuration = (struct pyos_configuration){0};
    if (!isalpha((unsigned char)word[0]) && word[0] != '_')
        return pyos_int_parse(pyos_str(word), &configuration->number, error);
    configuration->name = pyos_str(word);
    return 0;
}

/* The number of an unsigned type whose largest value is given. */
static int to_unsigned(uint64_t *value, uint64_t largest, const char *word, const struct pyos_constants *constants,
                       struct pyos_error *error)
{
    bool literal = pyos_int_read_u64(pyos_str(word), value) == PYOS_INT_OK;
    int64_t wide = 0;

    if (!literal && pyos_int_read(pyos_str(word), &wide) == PYOS_INT_LARGE && wide > 0)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "Python int too large to convert to C unsigned long");
    if (!literal && wide >= 0 && pyos_constant_read(constants, pyos_str(word), &wide, error) != 0)
        return -1;
    if (wide < 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "value must be positive");
    if (!literal)
        *value = (uint64_t)wide; /* >= 0 */
    if (*value > largest)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "Python int too large for C unsigned int");
    return 0;
}

static int to_u32(uint32_t *value, const char *word, const struct pyos_constants *constants, struct pyos_error *error)
{
    uint64_t wide = 0;
    int result = to_unsigned(&wide, UINT32_MAX, word, constants, error);

    *value = (uint32_t)wide; /* in range, or not used */
    return result;
}

static int to_device(uint64_t *device, const char *word, struct pyos_error *error)
{
    int64_t wide;

    if (pyos_int_read_u64(pyos_str(word), device) == PYOS_INT_OK)
        return 0;
    if (pyos_int_read(pyos_str(word), &wide) == PYOS_INT_INVALID)
        return pyos_int_parse_wide(pyos_str(word), &wide, error);
    if (wide > 0)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "int too big to convert");
    if (wide != -1)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "can't convert negative int to unsigned");
    *device = UINT64_MAX;
    return 0;
}

static int refuse_callable(const struct pyos_param *param, struct pyos_error *error)
{
    return pyos_error_say(error, PYOS_NOTIMPLEMENTEDERROR, "argument '%s' takes a callable, which only a program has",
                          param->name);
}

static int convert(const struct pyos_param *param, void *arguments, const char *word,
                   const struct pyos_convert_context *context, struct pyos_error *error)
{
    void *at = (char *)arguments + param->offset;

    switch ((enum pyos_type)param->type) {
    case PYOS_TYPE_BOOL: return to_bool(param, at, word, error);
    case PYOS_TYPE_FLAG: return to_flag(param, at, word, error);
    case PYOS_TYPE_INT:
    case PYOS_TYPE_DESCRIPTOR: return pyos_constant_read_int(context->constants, pyos_str(word), at, error);
    case PYOS_TYPE_I64: return pyos_constant_read(context->constants, pyos_str(word), at, error);
    case PYOS_TYPE_MAYBE: return to_maybe(at, word, context->constants, error);
    case PYOS_TYPE_SIGNED: return to_signed(at, word, context->constants, error);
    case PYOS_TYPE_PID: return to_pid(at, word, context->constants, error);
    case PYOS_TYPE_NANOSECONDS: return to_nanoseconds(at, word, error);
    case PYOS_TYPE_CPUS: return pyos_cpus_read(pyos_str(word), at, error);
    case PYOS_TYPE_CPU_MASK: return pyos_cpus_read_mask(pyos_str(word), at, error);
    case PYOS_TYPE_SIZE: return to_size(at, word, context->constants, error);
    case PYOS_TYPE_TEXT: *(const char **)at = word; return 0;
    case PYOS_TYPE_STR: *(struct pyos_str *)at = pyos_str(word); return 0;
    case PYOS_TYPE_PATH: *(struct pyos_path *)at = (struct pyos_path){.name = pyos_str(word)}; return 0;
    case PYOS_TYPE_BYTES: return to_bytes(at, word, context->arena, error);
    case PYOS_TYPE_WORDS: return to_words(at, word, context->arena, error);
    case PYOS_TYPE_FD: ((struct pyos_fd *)at)->given = true; return to_fd(at, word, error);
    case PYOS_TYPE_DIR_FD: return to_fd(at, word, error);
    case PYOS_TYPE_CHOICE: return to_choice(param, at, word, error);
    case PYOS_TYPE_MODE: return to_mode(at, word, context->constants, error);
    case PYOS_TYPE_SIGNAL: return pyos_signal_read(pyos_str(word), at, error); /* the struct is its int */
    case PYOS_TYPE_SIGNALS: return to_signals(at, word, error);
    case PYOS_TYPE_DURATION: return to_duration(at, word, error);
    case PYOS_TYPE_SEQUENCE: return to_sequence(param, at, word, context->arena, error);
    case PYOS_TYPE_PATHNAME: *(struct pyos_pathname *)at = (struct pyos_pathname){.text = pyos_str(word)}; return 0;
    case PYOS_TYPE_FILDES: return to_fildes(at, word, context->constants, error); /* the struct is its int */
    case PYOS_TYPE_UID: return pyos_int_to_id(pyos_str(word), at, "uid", error); /* these structs are their number */
    case PYOS_TYPE_GID: return pyos_int_to_id(pyos_str(word), at, "gid", error);
    case PYOS_TYPE_U32: return to_u32(at, word, context->constants, error);
    case PYOS_TYPE_U64: return to_unsigned(at, UINT64_MAX, word, context->constants, error);
    case PYOS_TYPE_DEVICE: return to_device(at, word, error);
    case PYOS_TYPE_FLOAT: return to_float(at, word, error);
    case PYOS_TYPE_MAYBE_FLOAT: return to_maybe_float(at, word, error);
    case PYOS_TYPE_INTS: return pyos_ints_read(pyos_str(word), at, context->arena, error);
    case PYOS_TYPE_STRS: return to_strs(at, word, context->arena, error);
    case PYOS_TYPE_BUFFERS: return to_buffers(at, word, context->arena, error);
    case PYOS_TYPE_TIMES: return pyos_times_read(pyos_str(word), at, error);
    case PYOS_TYPE_TIMES_NS: return pyos_times_read_ns(pyos_str(word), at, error);
    case PYOS_TYPE_ENVIRONMENT: return to_environment(at, word, context->arena, error);
    case PYOS_TYPE_CONFIGURATION: return to_configuration(at, word, error);
    case PYOS_TYPE_SCHEDULER: return pyos_scheduler_read(context->constants, word, at, error);
    case PYOS_TYPE_FILE_ACTIONS:
        return pyos_error_usage(error, PYOS_TYPEERROR, "argument '%s' is --open, --close, --dup2 and --closefrom, in "
                                "the order of the actions", param->name);
    case PYOS_TYPE_CALLABLE: return refuse_callable(param, error);
    default: return pyos_error_say(error, PYOS_SYSTEMERROR, "parameter '%s' has no converter", param->name);
    }
}

int pyos_convert(const struct pyos_param *param, void *arguments, const char *word,
                 const struct pyos_convert_context *context, struct pyos_error *error)
{
    int result = convert(param, arguments, word, context, error);

    if (result != 0 && error->type == PYOS_OVERFLOWERROR && param->wording && param->wording->large)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "%s", param->wording->large);
    return result;
}
