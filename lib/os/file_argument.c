#include "pyos/os/file_argument.h"

int pyos_file_argument_fd(const struct pyos_call *call)
{
    const struct pyos_file_argument *given = call->arguments;

    return given->fd.value;
}
