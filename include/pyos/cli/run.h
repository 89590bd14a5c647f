/* The whole of a call, once its name is known: the command, the options, then --help or the run. */
#ifndef PYOS_CLI_RUN_H
#define PYOS_CLI_RUN_H

#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"

/* words: what stands behind the name on the line. Failures are reported. */
void pyos_run(struct pyos_cli *cli, struct pyos_target target, char **words);

#endif
