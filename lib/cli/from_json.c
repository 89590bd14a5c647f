#include "pyos/cli/from_json.h"

#include "pyos/cli/from_json_list.h"
#include "pyos/cli/from_json_spawn.h"
#include "pyos/py/base64.h"

#include <ctype.h>
#include <string.h>

static bool is_bytes(const struct pyos_json *value)
{
    return value->kind == PYOS_JSON_KIND_OBJECT && value->count == 1 &&
           pyos_str_equal(value->first->key, pyos_str("base64")) && value->first->kind == PYOS_JSON_KIND_STRING;
}

const char *pyos_from_json_type(const struct pyos_json *value)
{
    switch (value->kind) {
    case PYOS_JSON_KIND_NULL: return "NoneType";
    case PYOS_JSON_KIND_BOOL: return "bool";
    case PYOS_JSON_KIND_NUMBER: return pyos_json_is_float(value) ? "float" : "int";
    case PYOS_JSON_KIND_STRING: return "str";
    case PYOS_JSON_KIND_ARRAY: return "list";
    default: return is_bytes(value) ? "bytes" : "dict";
    }
}

/* ---- numbers: what the command line's converter reads from a word is what stands in the JSON */

/* The words for a value that is no integer, by what is expected. */
static int refuse_integer(const struct pyos_param *param, const struct pyos_json *value, struct pyos_error *error)
{
    const char *class = pyos_from_json_type(value);

    if (param->wording)
        return pyos_error_say(error, PYOS_TYPEERROR, param->wording->type, class);
    switch ((enum pyos_type)param->type) {
    case PYOS_TYPE_DIR_FD:
        return pyos_error_say(error, PYOS_TYPEERROR, "argument should be integer or None, not %s", class);
    case PYOS_TYPE_FILDES:
        return pyos_error_say(error, PYOS_TYPEERROR, "argument must be an int, or have a fileno() method.");
    case PYOS_TYPE_UID: return pyos_error_say(error, PYOS_TYPEERROR, "uid should be integer, not %s", class);
    case PYOS_TYPE_GID: return pyos_error_say(error, PYOS_TYPEERROR, "gid should be integer, not %s", class);
    case PYOS_TYPE_U32:
    case PYOS_TYPE_U64:
    case PYOS_TYPE_DEVICE: return pyos_error_say(error, PYOS_TYPEERROR, "an integer is required");
    case PYOS_TYPE_FLOAT:
    case PYOS_TYPE_MAYBE_FLOAT: return pyos_error_say(error, PYOS_TYPEERROR, "must be real number, not %s", class);
    default: return pyos_error_say(error, PYOS_TYPEERROR, "'%s' object cannot be interpreted as an integer", class);
    }
}

/* Whether a string is meant as the name of a constant. */
static bool names_constant(const struct pyos_json *value)
{
    return value->kind == PYOS_JSON_KIND_STRING && value->text.size > 0 &&
           isupper((unsigned char)value->text.data[0]) && !memchr(value->text.data, '\0', value->text.size);
}

/* The word that the command line would have for a number, or NULL where the value is none of its type. */
static const char *word_of(enum pyos_type type, const struct pyos_json *value, struct pyos_arena *arena)
{
    bool real = type == PYOS_TYPE_FLOAT || type == PYOS_TYPE_MAYBE_FLOAT;

    if (value->kind == PYOS_JSON_KIND_BOOL)
        return value->truth ? "1" : "0";
    if (value->kind == PYOS_JSON_KIND_NUMBER && (real || !pyos_json_is_float(value)))
        return pyos_arena_copy(arena, value->text.data, value->text.size);
    return names_constant(value) && !real ? value->text.data : NULL;
}

/* A mode is a plain int in a session: only a command line could mean two things by 755. */
static int to_mode(const char *word, struct pyos_mode *mode, const struct pyos_convert_context *context,
                   struct pyos_error *error)
{
    int bits;

    if (pyos_constant_read_int(context->constants, pyos_str(word), &bits, error) != 0)
        return -1;
    *mode = (struct pyos_mode){(uint32_t)bits, true}; /* as C passes a negative one on */
    return 0;
}

static int to_number(const struct pyos_param *param, void *arguments, const struct pyos_json *value,
                     const struct pyos_convert_context *context, struct pyos_error *error)
{
    void *at = (char *)arguments + param->offset;
    const char *word = word_of(param->type, value, context->arena);

    if (!word)
        return refuse_integer(param, value, error);
    if (param->type == PYOS_TYPE_MODE)
        return to_mode(word, at, context, error);
    return pyos_convert(param, arguments, word, context, error);
}

/* ---- texts */

/* "string, bytes, os.PathLike, integer or None" */
static const char *path_types(bool fd, bool none)
{
    if (fd)
        return none ? "string, bytes, os.PathLike, integer or None" : "string, bytes, os.PathLike or integer";
    return none ? "string, bytes, os.PathLike or None" : "string, bytes or os.PathLike";
}

static bool may_be_none(const struct pyos_param *param)
{
    return param->left_out && strcmp(param->left_out, "None") == 0;
}

/* A text with NUL in it, which only some may have. */
static bool has_nul(const struct pyos_param *param, const struct pyos_str *text)
{
    return (!param->wording || param->wording->nul) && memchr(text->data, '\0', text->size);
}

static int to_path_text(const struct pyos_function *function, const struct pyos_param *param,
                        const struct pyos_json *value, struct pyos_arena *arena, struct pyos_str *text, bool *bytes,
                        struct pyos_error *error)
{
    const struct pyos_wording *wording = param->wording;
    const char *class = pyos_from_json_type(value);
    bool none = may_be_none(param);

    if (value->kind == PYOS_JSON_KIND_NULL && none)
        return 0;
    if (!pyos_from_json_text(value, arena, text, bytes))
        return wording ? pyos_error_say(error, PYOS_TYPEERROR, wording->type, class)
                       : pyos_error_say(error, PYOS_TYPEERROR, "%s: %s should be %s, not %s", function->name,
                                        param->name, path_types(param->type == PYOS_TYPE_PATH, none), class);
    if (!text->data)
        return pyos_error_memory(error);
    if (has_nul(param, text))
        return wording ? pyos_error_say(error, PYOS_VALUEERROR, "%s", wording->nul)
                       : pyos_error_say(error, PYOS_VALUEERROR, "%s: embedded null character in %s", function->name,
                                        param->name);
    return 0;
}

/* A bool is an int in Python. */
static bool is_int(const struct pyos_json *value)
{
    return value->kind == PYOS_JSON_KIND_BOOL || (value->kind == PYOS_JSON_KIND_NUMBER && !pyos_json_is_float(value));
}

static int to_path(const struct pyos_function *function, const struct pyos_param *param, struct pyos_path *path,
                   const struct pyos_json *value, struct pyos_arena *arena, struct pyos_error *error)
{
    const char *word = is_int(value) ? word_of(PYOS_TYPE_INT, value, arena) : NULL;

    *path = (struct pyos_path){0};
    if (!is_int(value))
        return to_path_text(function, param, value, arena, &path->name, &path->bytes, error);
    if (!word)
        return pyos_error_memory(error);
    return pyos_convert_fd(param, (char *)path - param->offset, word, error);
}

/* The words for a value that is no text. */
static int refuse_str(const struct pyos_function *function, const struct pyos_param *param,
                      const struct pyos_json *value, struct pyos_error *error)
{
    const char *class = pyos_from_json_type(value);

    if (param->wording)
        return pyos_error_say(error, PYOS_TYPEERROR, param->wording->type, class);
    if (function->flags & PYOS_FUNCTION_IN_PYTHON)
        return pyos_error_say(error, PYOS_TYPEERROR, "str expected, not %s", class);
    return pyos_error_say(error, PYOS_TYPEERROR, "expected str, bytes or os.PathLike object, not %s", class);
}

/* What os.fsencode takes: str or bytes. */
static int to_str(const struct pyos_function *function, const struct pyos_param *param, struct pyos_str *str,
                  const struct pyos_json *value, struct pyos_arena *arena, struct pyos_error *error)
{
    bool bytes;

    *str = (struct pyos_str){0};
    if (value->kind == PYOS_JSON_KIND_NULL && may_be_none(param))
        return 0;
    if (!pyos_from_json_text(value, arena, str, &bytes) || (bytes && param->wording && param->wording->str))
        return refuse_str(function, param, value, error);
    if (!str->data)
        return pyos_error_memory(error);
    if (has_nul(param, str))
        return pyos_error_say(error, PYOS_VALUEERROR, "%s",
                              param->wording ? param->wording->nul : "embedded null byte");
    return 0;
}

static int to_bytes(const struct pyos_function *function, struct pyos_bytes *data, const struct pyos_json *value,
                    struct pyos_arena *arena, struct pyos_error *error)
{
    bool bytes = false;

    if (!is_bytes(value) || !pyos_from_json_text(value, arena, &data->bytes, &bytes)) {
        const char *class = pyos_from_json_type(value);

        return function->flags & PYOS_FUNCTION_IN_PYTHON
            ? pyos_error_say(error, PYOS_TYPEERROR, "bytes expected, not %s", class)
            : pyos_error_say(error, PYOS_TYPEERROR, "a bytes-like object is required, not '%s'", class);
    }
    return data->bytes.data ? 0 : pyos_error_memory(error);
}

bool pyos_from_json_text(const struct pyos_json *value, struct pyos_arena *arena, struct pyos_str *text, bool *bytes)
{
    struct pyos_buf decoded = {0};
    struct pyos_error ignored;
    bool valid;

    *bytes = is_bytes(value);
    if (value->kind == PYOS_JSON_KIND_STRING) {
        *text = value->text;
        return true;
    }
    if (!*bytes)
        return false;
    valid = pyos_base64_decode(&decoded, value->first->text, &ignored) == 0;
    text->data = pyos_arena_copy(arena, decoded.size > 0 ? decoded.data : "", decoded.size);
    text->size = decoded.size;
    if (decoded.failed)
        text->data = NULL;
    pyos_buf_free(&decoded);
    return valid;
}

/* ---- the rest */

static bool is_true(const struct pyos_json *value)
{
    switch (value->kind) {
    case PYOS_JSON_KIND_NULL: return false;
    case PYOS_JSON_KIND_BOOL: return value->truth;
    case PYOS_JSON_KIND_NUMBER: return strspn(value->text.data, "-0.eE+") < value->text.size;
    case PYOS_JSON_KIND_STRING: return value->text.size > 0;
    default: return value->count > 0;
    }
}

static int to_configuration(struct pyos_configuration *configuration, const struct pyos_json *value,
                            struct pyos_arena *arena, struct pyos_error *error)
{
    const char *word = word_of(PYOS_TYPE_INT, value, arena);

    *configuration = (struct pyos_configuration){0};
    if (value->kind == PYOS_JSON_KIND_STRING) {
        configuration->name = value->text;
        return 0;
    }
    if (!word)
        return pyos_error_say(error, PYOS_TYPEERROR, "configuration names must be strings or integers");
    return pyos_constant_read_int(NULL, pyos_str(word), &configuration->number, error);
}

static int refuse_callable(const struct pyos_param *param, const struct pyos_json *value, struct pyos_error *error)
{
    const char *class = pyos_from_json_type(value);

    if (param->wording)
        return pyos_error_say(error, PYOS_TYPEERROR, param->wording->type, class);
    return pyos_error_say(error, PYOS_TYPEERROR, "'%s' must be callable, not %s", param->name, class);
}

/* None, of a row whose default it is, leaves the default. */
static bool is_left_out(const struct pyos_function *function, const struct pyos_param *param,
                        const struct pyos_json *value)
{
    if (value->kind != PYOS_JSON_KIND_NULL)
        return false;
    if (param->type == PYOS_TYPE_CALLABLE)
        return function->flags & PYOS_FUNCTION_IN_PYTHON;
    return may_be_none(param) || param->type == PYOS_TYPE_DIR_FD || param->type == PYOS_TYPE_MAYBE;
}

/* Any value is true or false; but some are an int to CPython, which says so. */
static int to_truth(const struct pyos_param *param, bool *truth, const struct pyos_json *value,
                    const struct pyos_convert_context *context, struct pyos_error *error)
{
    struct {
        int number;
    } one = {0};
    const struct pyos_param row = {.type = PYOS_TYPE_INT, .wording = param->wording};

    *truth = is_true(value);
    return param->wording ? to_number(&row, &one, value, context, error) : 0;
}

int pyos_from_json(const struct pyos_function *function, const struct pyos_param *param, void *arguments,
                   const struct pyos_json *value, const struct pyos_convert_context *context,
                   struct pyos_error *error)
{
    void *at = (char *)arguments + param->offset;
    struct pyos_arena *arena = context->arena;

    if (is_left_out(function, param, value))
        return 0;
    switch ((enum pyos_type)param->type) {
    case PYOS_TYPE_BOOL: return to_truth(param, at, value, context, error);
    case PYOS_TYPE_FLAG: *(struct pyos_flag *)at = (struct pyos_flag){is_true(value), true}; return 0;
    case PYOS_TYPE_PATH: return to_path(function, param, at, value, arena, error);
    case PYOS_TYPE_PATHNAME: {
        struct pyos_pathname *name = at;

        *name = (struct pyos_pathname){0};
        return to_path_text(function, param, value, arena, &name->text, &name->bytes, error);
    }
    case PYOS_TYPE_STR: return to_str(function, param, at, value, arena, error);
    case PYOS_TYPE_BYTES: return to_bytes(function, at, value, arena, error);
    case PYOS_TYPE_WORDS: return pyos_from_json_words(value, arena, at, error);
    case PYOS_TYPE_STRS: return pyos_from_json_strs(function->name, value, arena, at, error);
    case PYOS_TYPE_BUFFERS: return pyos_from_json_buffers(function->name, value, arena, at, error);
    case PYOS_TYPE_INTS: return pyos_from_json_ints(function->name, value, context, at, error);
    case PYOS_TYPE_CPUS: return pyos_from_json_cpus(value, at, error);
    case PYOS_TYPE_SIGNALS: return pyos_from_json_signals(value, at, error);
    case PYOS_TYPE_ENVIRONMENT: return pyos_from_json_environment(function->name, value, arena, at, error);
    case PYOS_TYPE_TIMES: return pyos_from_json_times(function->name, value, false, at, error);
    case PYOS_TYPE_TIMES_NS: return pyos_from_json_times(function->name, value, true, at, error);
    case PYOS_TYPE_CONFIGURATION: return to_configuration(at, value, arena, error);
    case PYOS_TYPE_FILE_ACTIONS: return pyos_from_json_file_actions(function, value, context, at, error);
    case PYOS_TYPE_SCHEDULER: return pyos_from_json_scheduler(function, value, context, at, error);
    case PYOS_TYPE_CALLABLE: return refuse_callable(param, value, error);
    default: return to_number(param, arguments, value, context, error);
    }
}
