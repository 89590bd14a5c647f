#include "pyos/cli/call.h"

#include "pyos/cli/report.h"

static size_t positional(const struct pyos_function *function)
{
    size_t count = 0;

    while (count < function->count && function->params[count].flags & PYOS_PARAM_POSITIONAL)
        count++;
    return count;
}

/* Python's words for a call with the wrong number of arguments. */
static int check_count(const struct pyos_function *function, size_t given, struct pyos_error *error)
{
    size_t count = positional(function);

    if (given > count)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes at most %zu argument%s (%zu given)", function->name,
                                count, count == 1 ? "" : "s", given);
    if (given < count)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() missing required argument '%s' (pos %zu)", function->name,
                                function->params[given].name, given + 1);
    return 0;
}

static int call(struct pyos_cli *cli, const struct pyos_function *function, void *arguments,
                struct pyos_words operands, union pyos_result *result, struct pyos_error *error)
{
    const struct pyos_convert_context context = pyos_cli_context(cli);

    if (check_count(function, operands.count, error) != 0)
        return -1;
    for (size_t i = 0; i < operands.count; i++)
        if (pyos_convert(&function->params[i], arguments, operands.items[i], &context, error) != 0)
            return -1;
    return function->run(arguments, result, error);
}

void pyos_call(struct pyos_cli *cli, const struct pyos_function *function, void *arguments,
               struct pyos_words operands)
{
    const struct pyos_form *form = &cli->printer.form;
    struct pyos_buf *buf = pyos_printer_buf(&cli->printer);
    union pyos_result result = {0};
    struct pyos_error error;

    if (call(cli, function, arguments, operands, &result, &error) != 0) {
        pyos_cli_fail(cli, &error);
        return;
    }
    pyos_form_begin(form, buf);
    pyos_form_value(form, buf, function->result, &result);
    pyos_form_end(form, buf);
    pyos_printer_commit(&cli->printer);
    if (function->result == PYOS_TYPE_BOOL && !result.truth)
        cli->exit_code = PYOS_EXIT_FALSE;
}
