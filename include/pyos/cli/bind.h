/* The operands of a line as a function's arguments, beside those that were options: as Python binds a call. */
#ifndef PYOS_CLI_BIND_H
#define PYOS_CLI_BIND_H

#include "pyos/base/error.h"
#include "pyos/cli/options.h"
#include "pyos/py/function.h"

/*
 * Converts each operand into the row of its place, past the rows whose places --fd and --NAME-literal
 * have taken. A list takes all that are left. Too few, too many, and one given twice are usage errors, in CPython's
 * words.
 */
int pyos_bind(const struct pyos_function *function, void *arguments, const struct pyos_options *options,
              struct pyos_error *error);

#endif
