/* --exec: after a function has succeeded, the process becomes a program. */
#ifndef PYOS_CLI_BECOME_H
#define PYOS_CLI_BECOME_H

#include "pyos/base/error.h"
#include "pyos/cli/applet.h"
#include "pyos/py/function.h"

/*
 * Ends the words of a function at the first --exec: *command is what follows, or has no items where
 * there is none. After `--exec --` operands follow, up to the next `--`, and then the command; before
 * it they may be anything, after it nothing but operands. Where literal, the words end at the first
 * operand: what follows is the function's. A line without a command is a usage error.
 */
int pyos_become_cut(bool literal, char **words, struct pyos_words *command, struct pyos_error *error);

/* Becomes the command, which is handed the result of the call. Returns only on failure, which is reported. */
void pyos_become(struct pyos_cli *cli, const struct pyos_call *call, struct pyos_words command);

#endif
