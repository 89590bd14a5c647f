/* Which name is called, and the whole of a call: options, run, output, exit code. */
#ifndef PYOS_CLI_DISPATCH_H
#define PYOS_CLI_DISPATCH_H

#include "pyos/cli/house.h"

/* The body of main: the exit code of the process. argv as the kernel gave it. */
int pyos_dispatch(const struct pyos_house *house, int argc, char **argv);

#endif
