#include "pyos/os/session.h"

#include "pyos/sys/file.h"
#include "pyos/sys/reserve.h"

#include <errno.h>
#include <unistd.h>

/* What a standard descriptor is to the calls once the session has gone from it. */
static int replace(int fd)
{
    int result;

    if (fd != STDOUT_FILENO)
        return pyos_sys_null_standard(fd);
    result = pyos_sys_copy_standard(fd, STDERR_FILENO);
    return result == -EBADF ? pyos_sys_null_standard(fd) : result;
}

static int leave(int fd, struct pyos_error *error)
{
    int result = fd > STDERR_FILENO ? pyos_sys_close(fd) : replace(fd);

    return result < 0 ? pyos_error_fd(error, -result, fd) : 0;
}

int pyos_session_open(int input, int output, int descriptors[PYOS_SESSION_DESCRIPTORS], struct pyos_error *error)
{
    int result = pyos_sys_survive_sigpipe();

    if (result < 0)
        return pyos_error_os(error, -result);
    descriptors[PYOS_SESSION_INPUT] = pyos_sys_reserve(input, PYOS_SESSION_LEAST);
    if (descriptors[PYOS_SESSION_INPUT] < 0)
        return pyos_error_fd(error, -descriptors[PYOS_SESSION_INPUT], input);
    descriptors[PYOS_SESSION_OUTPUT] = pyos_sys_reserve(output, PYOS_SESSION_LEAST);
    if (descriptors[PYOS_SESSION_OUTPUT] < 0)
        return pyos_error_fd(error, -descriptors[PYOS_SESSION_OUTPUT], output);
    if (leave(input, error) != 0)
        return -1;
    return output == input ? 0 : leave(output, error);
}
