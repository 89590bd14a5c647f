#include "pyos/cli/line.h"

struct pyos_options pyos_line_options(struct pyos_cli *cli, struct pyos_option_table own)
{
    return (struct pyos_options){
        .name = cli->name ? cli->name : "pyos",
        .tables = {own, {pyos_common_params, pyos_common_count, &cli->common}},
        .context = pyos_cli_context(cli),
    };
}

void pyos_line_form(struct pyos_cli *cli)
{
    cli->printer.form = pyos_common_form(&cli->common, cli->printer.out.terminal);
}

int pyos_line_read(struct pyos_cli *cli, struct pyos_options *options, char **words)
{
    struct pyos_error error;
    int result = pyos_options_read(options, words, &error);

    pyos_line_form(cli);
    return result != 0 ? pyos_cli_fail(cli, &error) : 0;
}

int pyos_line_fail(struct pyos_cli *cli, const struct pyos_error *error, char **words)
{
    struct pyos_options options = pyos_line_options(cli, (struct pyos_option_table){0});
    struct pyos_error ignored;

    pyos_options_read(&options, words, &ignored); /* the line is refused already */
    pyos_line_form(cli);
    return pyos_cli_fail(cli, error);
}
