#include "pyos/cli/backend.h"

#include "pyos/cli/house.h"

int pyos_backend_open(struct pyos_cli *cli)
{
    const struct pyos_common *common = &cli->common;
    bool emulated = common->backend.value == PYOS_BACKEND_EMULATED;
    struct pyos_error error;
    int result = 0;

    pyos_log_open(&cli->log, pyos_common_level(common), cli->name, &cli->printer.form);
    if (emulated && !common->root)
        result = pyos_error_usage(&error, PYOS_TYPEERROR, "the emulated backend needs --root=DIR");
    else if (emulated)
        result = cli->house->confine(common->root, &cli->log.watch, &cli->arena, &cli->root, &error);
    else if (common->root)
        result = pyos_error_usage(&error, PYOS_TYPEERROR, "--root needs --backend=emulated: no other stays below it");
    return result != 0 ? pyos_cli_fail(cli, &error) : 0;
}
