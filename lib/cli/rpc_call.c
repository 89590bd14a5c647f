#include "pyos/cli/rpc_call.h"

#include "pyos/cli/backend.h"
#include "pyos/cli/from_json.h"
#include "pyos/cli/given.h"
#include "pyos/py/descriptors.h"
#include "pyos/py/form.h"

#include <string.h>

/* How a session spells what it gives back: it has no place for a _b64 twin, and needs none. */
static const struct pyos_form session_form = {.kind = PYOS_FORM_JSON, .end = '\n', .surrogateescape = true};

/* The row of that name, or function->count. */
static size_t find_row(const struct pyos_function *function, struct pyos_str name)
{
    size_t i = 0;

    while (i < function->count && !pyos_str_equal(pyos_str(function->params[i].name), name))
        i++;
    return i;
}

/* The positional rows that an array's items go to, one each; what is too many stays uncounted. */
static size_t count_positional(const struct pyos_function *function)
{
    size_t count = 0;

    while (count < function->count && function->params[count].flags & PYOS_PARAM_POSITIONAL)
        count++;
    return count;
}

/* Which rows an object names. A name before the / of the signature is as good as its place. */
static struct pyos_given name_rows(const struct pyos_function *function, const struct pyos_json *params)
{
    struct pyos_given given = {0};

    for (const struct pyos_json *member = params->first; member; member = member->next) {
        size_t row = find_row(function, member->key);

        if (row == function->count && given.unknowns++ == 0)
            given.unknown = member->key.data;
        else if (row < function->count && function->params[row].flags & PYOS_PARAM_ONLY)
            given.placed |= UINT64_C(1) << row;
        else if (row < function->count)
            given.named |= UINT64_C(1) << row;
    }
    return given;
}

/*
 * The rest of an array becomes the list of a row that takes all positions from its own on; where Python takes the last
 * of them apart (execle), it goes to the row that says so.
 */
static int take_rest(const struct pyos_function *function, size_t row, void *arguments, const struct pyos_json *first,
                     size_t count, const struct pyos_convert_context *context, struct pyos_error *error)
{
    const bool apart = row + 1 < function->count && function->params[row + 1].flags & PYOS_PARAM_APART;
    const struct pyos_json rest = {.kind = PYOS_JSON_KIND_ARRAY, .count = apart ? count - 1 : count, .first = first};
    const struct pyos_json *last = first;

    while (apart && last->next)
        last = last->next;
    if (apart && pyos_from_json(function, &function->params[row + 1], arguments, last, context, error) != 0)
        return -1;
    return pyos_from_json(function, &function->params[row], arguments, &rest, context, error);
}

static int take_array(const struct pyos_function *function, void *arguments, const struct pyos_json *params,
                      const struct pyos_convert_context *context, struct pyos_error *error)
{
    const struct pyos_given given = {.positions = params->count};
    const struct pyos_json *item = params->first;
    size_t positional = count_positional(function);

    if (pyos_given_check(function, &given, error) != 0)
        return -1;
    for (size_t i = 0; i < positional && item; i++, item = item->next) {
        if (function->params[i].flags & PYOS_PARAM_REST)
            return take_rest(function, i, arguments, item, params->count - i, context, error);
        if (pyos_from_json(function, &function->params[i], arguments, item, context, error) != 0)
            return -1;
    }
    return 0;
}

static int take_object(const struct pyos_function *function, void *arguments, const struct pyos_json *params,
                       const struct pyos_convert_context *context, struct pyos_error *error)
{
    const struct pyos_given given = name_rows(function, params);

    if (pyos_given_check(function, &given, error) != 0)
        return -1;
    for (size_t i = 0; i < function->count; i++) { /* in the order in which Python converts them */
        const struct pyos_json *value = pyos_json_member(params, function->params[i].name);

        if (value && pyos_from_json(function, &function->params[i], arguments, value, context, error) != 0)
            return -1;
    }
    return 0;
}

/* Fills in the arguments of the call. */
static int take_arguments(struct pyos_rpc *rpc, struct pyos_call *call, const struct pyos_json *params)
{
    static const struct pyos_json nothing = {.kind = PYOS_JSON_KIND_ARRAY};
    const struct pyos_convert_context context = {&rpc->arena, rpc->house->constants};
    const struct pyos_function *function = call->function;
    void *arguments = pyos_arena_get(&rpc->arena, function->size);
    int result;

    if (!arguments)
        return pyos_error_memory(call->error);
    if (function->defaults)
        memcpy(arguments, function->defaults, function->size);
    else
        memset(arguments, 0, function->size);
    if (params && params->kind == PYOS_JSON_KIND_OBJECT)
        result = take_object(function, arguments, params, &context, call->error);
    else
        result = take_array(function, arguments, params ? params : &nothing, &context, call->error);
    if (result != 0)
        return -1;
    pyos_descriptors_take(call, arguments);
    call->arguments = arguments;
    return 0;
}

/* The bytes that an argument was given as, where it was; NULL for any other row. */
static const char *bytes_of(const struct pyos_param *param, const void *arguments)
{
    const void *at = (const char *)arguments + param->offset;
    const struct pyos_path *path = at;
    const struct pyos_pathname *name = at;

    if (param->type == PYOS_TYPE_PATH)
        return path->bytes ? path->name.data : NULL;
    return param->type == PYOS_TYPE_PATHNAME && name->bytes ? name->text.data : NULL;
}

/* The number that a descriptor was given as in the place of a path, where it was; any other stays. */
static int64_t number_of(const struct pyos_param *param, const void *arguments, int64_t fd)
{
    const void *at = (const char *)arguments + param->offset;
    const struct pyos_path *path = at;

    return param->type == PYOS_TYPE_PATH && path->is_fd ? path->number : fd;
}

/* A file name in an error is what the argument was: os takes bytes for a str, and knows descriptors of the process. */
static void tell_given(const struct pyos_call *call, struct pyos_subject *subject)
{
    for (size_t i = 0; i < call->function->count; i++) {
        const struct pyos_param *param = &call->function->params[i];

        if (subject->kind == PYOS_SUBJECT_NAME && subject->name.data == bytes_of(param, call->arguments))
            subject->kind = PYOS_SUBJECT_BYTES;
        if (subject->kind == PYOS_SUBJECT_FD)
            subject->fd = number_of(param, call->arguments, subject->fd);
    }
}

int pyos_rpc_call(struct pyos_rpc *rpc, const struct pyos_function *function, const struct pyos_json *params,
                  struct pyos_buf *result, struct pyos_error *error)
{
    struct pyos_form form = session_form;
    struct pyos_call call = {
        .function = function,
        .arena = &rpc->arena,
        .kept = rpc->kept,
        .handles = rpc->handles,
        .root = rpc->root,
        .sections = rpc->house->sections,
        .variables = rpc->variables,
        .session = true,
        .error = error,
    };

    rpc->log->name = function->name;
    if (rpc->root && pyos_backend_admit(rpc->log, rpc->house, function, NULL, error) != 0)
        return -1;
    if (take_arguments(rpc, &call, params) != 0 || pyos_descriptors_reserve(&call) != 0)
        return -1;
    if (function->run(&call) != 0) {
        tell_given(&call, &error->filename);
        tell_given(&call, &error->filename2);
        return rpc->root ? pyos_backend_explain(rpc->log, error) : -1;
    }
    pyos_descriptors_give(&call);
    form.bytes = call.bytes;
    if (function->result == PYOS_TYPE_RECORD)
        pyos_form_fields(&form, result, function->record, &call.result);
    else
        pyos_form_value(&form, result, function->result, &call.result);
    return 0;
}
