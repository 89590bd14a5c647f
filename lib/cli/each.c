#include "pyos/cli/each.h"

#include "pyos/cli/house.h"

int pyos_each_open(struct pyos_each *each, struct pyos_cli *cli, struct pyos_words operands, const char *files0_from)
{
    struct pyos_error error;

    *each = (struct pyos_each){.cli = cli, .operands = operands, .from_file = files0_from != NULL};
    if (!files0_from)
        return 0;
    if (operands.count > 0) {
        pyos_error_usage(&error, PYOS_TYPEERROR, "%s() takes operands or files0_from, not both", cli->name);
        return pyos_cli_fail(cli, &error);
    }
    return cli->house->open(cli->root, files0_from, &each->in, &error) != 0 ? pyos_cli_fail(cli, &error) : 0;
}

int pyos_each_next(struct pyos_each *each, struct pyos_str *operand)
{
    struct pyos_error error;
    int result;

    if (!each->from_file) {
        if (each->next == each->operands.count)
            return 0;
        *operand = pyos_str(each->operands.items[each->next++]);
        return 1;
    }
    result = pyos_in_next(&each->in, '\0', operand, &error);
    return result < 0 ? pyos_cli_fail(each->cli, &error) : result;
}

void pyos_each_close(struct pyos_each *each)
{
    if (each->from_file)
        pyos_in_close(&each->in);
}
