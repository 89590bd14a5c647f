/* What applets share whose result is a value and no record: it has no fields, and False is exit code 1. */
#ifndef PYOS_CLI_ANSWER_H
#define PYOS_CLI_ANSWER_H

#include "pyos/base/buf.h"
#include "pyos/base/error.h"
#include "pyos/cli/applet.h"
#include "pyos/py/arity.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether the line fits: as many operands as a function written in Python takes (its name is the last word of the
 * call's), and no --field, for a value of that Python class has no attributes. Reports and returns -1.
 */
int pyos_answer_check(struct pyos_cli *cli, const char *class, const struct pyos_arity *arity, size_t given);

/* Prints True or False. 0, or -1 once nothing more can be written. */
int pyos_answer_truth(struct pyos_cli *cli, bool truth);

/* Prints the text that a call with that result has written, or reports its error; frees the text. */
void pyos_answer_text(struct pyos_cli *cli, int result, struct pyos_buf *text, struct pyos_error *error);

#endif
