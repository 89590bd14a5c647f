#include "pyos/cli/answer.h"

#include "pyos/cli/report.h"

#include <string.h>

int pyos_answer_check(struct pyos_cli *cli, const char *class, const struct pyos_arity *arity, size_t given)
{
    const struct pyos_record record = {.name = class};
    const char *space = strrchr(cli->name, ' ');
    struct pyos_error error;

    if (pyos_cli_choose(cli, &record) != 0)
        return -1;
    if (pyos_arity_check(arity, space ? space + 1 : cli->name, given, &error) != 0)
        return pyos_cli_fail(cli, &error);
    return 0;
}

int pyos_answer_truth(struct pyos_cli *cli, bool truth)
{
    if (!truth && cli->exit_code == PYOS_EXIT_OK)
        cli->exit_code = PYOS_EXIT_FALSE;
    return pyos_printer_value(&cli->printer, PYOS_TYPE_BOOL, &truth);
}

void pyos_answer_text(struct pyos_cli *cli, int result, struct pyos_buf *text, struct pyos_error *error)
{
    struct pyos_str str = {text->data ? text->data : "", text->size};

    if (result == 0 && text->failed)
        result = pyos_error_memory(error);
    if (result == 0)
        pyos_printer_value(&cli->printer, PYOS_TYPE_STR, &str);
    else
        pyos_cli_fail(cli, error);
    pyos_buf_free(text);
}
