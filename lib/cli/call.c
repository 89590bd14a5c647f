#include "pyos/cli/call.h"

#include "pyos/cli/report.h"

static size_t count_positional(const struct pyos_function *function)
{
    size_t count = 0;

    while (count < function->count && function->params[count].flags & PYOS_PARAM_POSITIONAL)
        count++;
    return count;
}

/* CPython has C functions of several kinds; the kind that takes positions alone words its own errors. */
static int check_positions(const struct pyos_function *function, size_t given, struct pyos_error *error)
{
    size_t count = function->count;

    if (given == count)
        return 0;
    if (count == 0)
        return pyos_error_usage(error, PYOS_TYPEERROR, "posix.%s() takes no arguments (%zu given)", function->name,
                                given);
    if (count == 1)
        return pyos_error_usage(error, PYOS_TYPEERROR, "posix.%s() takes exactly one argument (%zu given)",
                                function->name, given);
    return pyos_error_usage(error, PYOS_TYPEERROR, "%s expected %zu arguments, got %zu", function->name, count, given);
}

/* given: operands; keywords: bit i for an option that was row i. */
static int check_keywords(const struct pyos_function *function, size_t given, uint64_t keywords,
                          struct pyos_error *error)
{
    size_t positional = count_positional(function);
    size_t all = given + (size_t)__builtin_popcountll(keywords); /* 0 to 64 */
    const char *name = function->name;

    if (all > function->count)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes at most %zu %sargument%s (%zu given)", name,
                                function->count, given == 0 ? "keyword " : "", function->count == 1 ? "" : "s", all);
    if (given > positional)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes exactly %zu positional argument%s (%zu given)",
                                name, positional, positional == 1 ? "" : "s", given);
    for (size_t i = 0; i < positional; i++) {
        bool keyword = keywords >> i & 1;

        if (i < given && keyword)
            return pyos_error_usage(error, PYOS_TYPEERROR, "argument for %s() given by name ('%s') and position (%zu)",
                                    name, function->params[i].name, i + 1);
        if (i >= given && !keyword)
            return pyos_error_usage(error, PYOS_TYPEERROR, "%s() missing required argument '%s' (pos %zu)", name,
                                    function->params[i].name, i + 1);
    }
    return 0;
}

static int check_arguments(const struct pyos_function *function, const struct pyos_options *options,
                           struct pyos_error *error)
{
    bool positions_alone = function->count == 0 || function->params[function->count - 1].flags & PYOS_PARAM_ONLY;

    if (positions_alone)
        return check_positions(function, options->operands.count, error);
    return check_keywords(function, options->operands.count, options->given, error);
}

static int call(const struct pyos_function *function, void *arguments, const struct pyos_options *options,
                union pyos_result *result, struct pyos_error *error)
{
    struct pyos_words operands = options->operands;

    if (check_arguments(function, options, error) != 0)
        return -1;
    for (size_t i = 0; i < operands.count; i++)
        if (pyos_convert(&function->params[i], arguments, operands.items[i], &options->context, error) != 0)
            return -1;
    return function->run(arguments, result, error);
}

static const char *class_of(enum pyos_type result)
{
    switch (result) {
    case PYOS_TYPE_BOOL: return "bool";
    case PYOS_TYPE_STR: return "str";
    default: return "int";
    }
}

/* No function gives a record, so there are no attributes to choose. */
static int refuse_fields(const struct pyos_common *common, const struct pyos_function *function,
                         struct pyos_error *error)
{
    if (common->field.count == 0)
        return 0;
    return pyos_error_usage(error, PYOS_ATTRIBUTEERROR, "'%s' object has no attribute '%.200s'",
                            class_of(function->result), common->field.items[0]);
}

void pyos_call(struct pyos_cli *cli, const struct pyos_function *function, void *arguments,
               const struct pyos_options *options)
{
    const struct pyos_form *form = &cli->printer.form;
    struct pyos_buf *buf = pyos_printer_buf(&cli->printer);
    union pyos_result result = {0};
    struct pyos_error error;

    if (refuse_fields(&cli->common, function, &error) != 0 ||
        call(function, arguments, options, &result, &error) != 0) {
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
