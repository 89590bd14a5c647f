#include "pyos/cli/applet.h"

#include "pyos/cli/backend.h"
#include "pyos/cli/house.h"
#include "pyos/cli/report.h"

struct pyos_convert_context pyos_cli_context(struct pyos_cli *cli)
{
    return (struct pyos_convert_context){.arena = &cli->arena, .constants = cli->house->constants};
}

struct pyos_buf *pyos_cli_text(struct pyos_cli *cli)
{
    cli->printer.form.array = false;
    return pyos_printer_buf(&cli->printer);
}

int pyos_cli_fail(struct pyos_cli *cli, const struct pyos_error *error)
{
    struct pyos_error shown = *error;

    if (cli->root)
        pyos_backend_explain(&cli->log, &shown);
    pyos_report(&shown, cli->name, &cli->printer.form);
    if (cli->exit_code == PYOS_EXIT_OK)
        cli->exit_code = cli->failure != 0 ? cli->failure : (int)pyos_report_code(&shown); /* a small enum */
    return -1;
}

int pyos_cli_choose(struct pyos_cli *cli, const struct pyos_record *record)
{
    struct pyos_error error;

    if (pyos_common_choose(&cli->common, record, &cli->printer.form, &cli->arena, &error) != 0)
        return pyos_cli_fail(cli, &error);
    return 0;
}

int pyos_cli_count(struct pyos_cli *cli, struct pyos_words operands, const char *const *names, size_t most)
{
    struct pyos_error error;
    size_t least = 0;

    while (names[least])
        least++;
    if (operands.count >= least && operands.count <= most)
        return 0;
    if (operands.count < least)
        pyos_error_usage(&error, PYOS_TYPEERROR, "%s() missing required argument '%s' (pos %zu)", cli->name,
                         names[operands.count], operands.count + 1);
    else if (most == 0)
        pyos_error_usage(&error, PYOS_TYPEERROR, "%s() takes no arguments (%zu given)", cli->name, operands.count);
    else
        pyos_error_usage(&error, PYOS_TYPEERROR, "%s() takes at most %zu argument%s (%zu given)", cli->name, most,
                         most == 1 ? "" : "s", operands.count);
    return pyos_cli_fail(cli, &error);
}

int pyos_cli_need(struct pyos_cli *cli, struct pyos_words operands, const char *argument)
{
    const char *const names[] = {argument, NULL};

    return pyos_cli_count(cli, operands, names, SIZE_MAX);
}

int pyos_cli_need_none(struct pyos_cli *cli, struct pyos_words operands)
{
    const char *const names[] = {NULL};

    return pyos_cli_count(cli, operands, names, 0);
}
