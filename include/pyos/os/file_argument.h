/* The one argument of functions that take an open descriptor, and in Python a file object too. */
#ifndef PYOS_OS_FILE_ARGUMENT_H
#define PYOS_OS_FILE_ARGUMENT_H

#include "pyos/py/function.h"
#include "pyos/py/type.h"

struct pyos_file_argument {
    struct pyos_fildes fd;
};

/* The descriptor that a call of such a function was given. */
int pyos_file_argument_fd(const struct pyos_call *call);

#endif
