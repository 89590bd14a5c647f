/* The backend that the common options choose: it is opened before anything of a name is done. */
#ifndef PYOS_CLI_BACKEND_H
#define PYOS_CLI_BACKEND_H

#include "pyos/cli/applet.h"

/*
 * Opens it: cli->root is the root of the emulated one. Options that do not go together are usage errors; what
 * is wrong with --root is an OSError. Reports and returns -1.
 */
int pyos_backend_open(struct pyos_cli *cli);

#endif
