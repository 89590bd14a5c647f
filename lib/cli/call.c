#include "pyos/cli/call.h"

#include "pyos/cli/backend.h"
#include "pyos/cli/become.h"
#include "pyos/cli/bind.h"
#include "pyos/cli/house.h"
#include "pyos/cli/report.h"
#include "pyos/py/descriptors.h"
#include "pyos/py/handles.h"

static const char *class_of(const struct pyos_function *function)
{
    switch (function->result) {
    case PYOS_TYPE_BOOL: return "bool";
    case PYOS_TYPE_BYTES: return "bytes";
    case PYOS_TYPE_CPUS: return "set";
    case PYOS_TYPE_ENVIRONMENT: return "_Environ";
    case PYOS_TYPE_FLOAT: return "float";
    case PYOS_TYPE_INTS:
    case PYOS_TYPE_RECORDS:
    case PYOS_TYPE_STRS: return "list";
    case PYOS_TYPE_NAMED: return "dict";
    case PYOS_TYPE_NONE: return "NoneType";
    case PYOS_TYPE_RECORD: return "tuple";
    case PYOS_TYPE_STR: return "str";
    default: return "int";
    }
}

/* The record whose attributes --field may name; NULL where the result has none. */
static const struct pyos_record *record_of(const struct pyos_function *function)
{
    return function->record && !pyos_record_is_tuple(function->record) ? function->record : NULL;
}

/* The attributes of a record; no other result has any. */
static int choose_fields(struct pyos_cli *cli, const struct pyos_function *function, struct pyos_error *error)
{
    const struct pyos_common *common = &cli->common;

    if (record_of(function))
        return pyos_common_choose(common, record_of(function), &cli->printer.form, &cli->arena, error);
    if (common->field.count == 0)
        return 0;
    return pyos_error_usage(error, PYOS_ATTRIBUTEERROR, "'%s' object has no attribute '%s'",
                            class_of(function), common->field.items[0]);
}

static void print(struct pyos_cli *cli, const struct pyos_call *call)
{
    struct pyos_buf *buf = pyos_printer_buf(&cli->printer);
    struct pyos_form form = cli->printer.form;
    const struct pyos_function *function = call->function;

    form.bytes = call->bytes;
    if (function->result == PYOS_TYPE_RECORD)
        pyos_form_record(&form, buf, function->record, &call->result);
    else
        pyos_form_item(&form, buf, function->result, &call->result);
    pyos_printer_commit(&cli->printer);
}

/* What a result is worth that is no failure. */
static int exit_code_of(const struct pyos_call *call)
{
    enum pyos_type type = call->function->result;
    bool none = (type == PYOS_TYPE_STR || type == PYOS_TYPE_BYTES) && !call->result.str.data; /* bytes are their str */

    if (type == PYOS_TYPE_BOOL && !call->result.truth)
        return PYOS_EXIT_FALSE;
    return none && call->function->flags & PYOS_FUNCTION_NONE_IS_FALSE ? PYOS_EXIT_FALSE : 0;
}

/* Before a call on the emulated backend. */
static int admit(struct pyos_cli *cli, const struct pyos_function *function, const struct pyos_options *options,
                 struct pyos_words command, struct pyos_error *error)
{
    if (!cli->root)
        return 0;
    if (command.items)
        return pyos_backend_refuse(&cli->log, "the program of --exec cannot be confined", error);
    return pyos_backend_admit(&cli->log, cli->house, function, options, error);
}

/* Fills in the arguments, and runs the function: what it opens on the emulated backend gets handles. */
static int run(struct pyos_call *call, void *arguments, const struct pyos_options *options)
{
    if (pyos_bind(call->function, arguments, options, call->error) != 0 || pyos_descriptors_reserve(call) != 0 ||
        call->function->run(call) != 0)
        return -1;
    pyos_descriptors_give(call);
    return 0;
}

void pyos_call(struct pyos_cli *cli, const struct pyos_function *function, void *arguments,
               const struct pyos_options *options, struct pyos_words command)
{
    struct pyos_error error;
    struct pyos_handles handles = {0};
    struct pyos_call call = {
        .function = function,
        .arguments = arguments,
        .arena = &cli->arena,
        .handles = cli->root ? &handles : NULL,
        .root = cli->root,
        .sections = cli->house->sections,
        .error = &error,
    };
    bool secret = function->flags & PYOS_FUNCTION_SECRET;

    cli->arena.secret = secret;
    pyos_printer_buf(&cli->printer)->secret = secret;
    if (choose_fields(cli, function, &error) != 0 || admit(cli, function, options, command, &error) != 0 ||
        run(&call, arguments, options) != 0)
        pyos_cli_fail(cli, &error);
    else if (!command.items)
        print(cli, &call);
    else if (exit_code_of(&call) == 0)
        pyos_become(cli, &call, command);
    if (cli->exit_code == 0)
        cli->exit_code = exit_code_of(&call);
    pyos_handles_free(&handles);
}
