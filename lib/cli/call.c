#include "pyos/cli/call.h"

#include "pyos/cli/bind.h"
#include "pyos/cli/report.h"

static const char *class_of(enum pyos_type result)
{
    switch (result) {
    case PYOS_TYPE_BOOL: return "bool";
    case PYOS_TYPE_BYTES: return "bytes";
    case PYOS_TYPE_CPUS: return "set";
    case PYOS_TYPE_FLOAT: return "float";
    case PYOS_TYPE_NONE: return "NoneType";
    case PYOS_TYPE_STR: return "str";
    case PYOS_TYPE_STRS: return "list";
    default: return "int";
    }
}

/* The attributes of a record; no other result has any. */
static int choose_fields(struct pyos_cli *cli, const struct pyos_function *function, struct pyos_error *error)
{
    const struct pyos_common *common = &cli->common;

    if (function->result == PYOS_TYPE_RECORD)
        return pyos_common_choose(common, function->record, &cli->printer.form, &cli->arena, error);
    if (common->field.count == 0)
        return 0;
    return pyos_error_usage(error, PYOS_ATTRIBUTEERROR, "'%s' object has no attribute '%s'",
                            class_of(function->result), common->field.items[0]);
}

void pyos_call(struct pyos_cli *cli, const struct pyos_function *function, void *arguments,
               const struct pyos_options *options)
{
    struct pyos_call_context context = {.arena = &cli->arena};
    struct pyos_buf *buf = pyos_printer_buf(&cli->printer);
    union pyos_result result = {0};
    struct pyos_error error;

    cli->arena.secret = function->secret;
    buf->secret = function->secret;
    if (choose_fields(cli, function, &error) != 0 || pyos_bind(function, arguments, options, &error) != 0 ||
        function->run(&context, arguments, &result, &error) != 0) {
        pyos_cli_fail(cli, &error);
        return;
    }
    if (function->result == PYOS_TYPE_RECORD)
        pyos_form_record(&cli->printer.form, buf, function->record, &result);
    else
        pyos_form_item(&cli->printer.form, buf, function->result, &result);
    pyos_printer_commit(&cli->printer);
    if (function->result == PYOS_TYPE_BOOL && !result.truth)
        cli->exit_code = PYOS_EXIT_FALSE;
}
