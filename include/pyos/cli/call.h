/* A function of os, called from the command line by its row. */
#ifndef PYOS_CLI_CALL_H
#define PYOS_CLI_CALL_H

#include "pyos/cli/applet.h"
#include "pyos/cli/options.h"
#include "pyos/py/function.h"

/*
 * Runs the function on the line that options has read into arguments, prints its result and
 * reports its error. A result of False is exit code 1. Where there is a command, the process becomes
 * it in the place of printing, but where that would be exit code 1.
 */
void pyos_call(struct pyos_cli *cli, const struct pyos_function *function, void *arguments,
               const struct pyos_options *options, struct pyos_words command);

#endif
