/* A command line: read by the rows of a name and by the common ones, which say the form of the output. */
#ifndef PYOS_CLI_LINE_H
#define PYOS_CLI_LINE_H

#include "pyos/cli/applet.h"
#include "pyos/cli/options.h"

/* Ready to read a line of cli->name by its own rows (count 0: it has none) and the common ones. */
struct pyos_options pyos_line_options(struct pyos_cli *cli, struct pyos_option_table own);

/* Makes the form of the output from the common options that were read. */
void pyos_line_form(struct pyos_cli *cli);

/* Reads all words and sets the form, also on failure, which is reported: -1. */
int pyos_line_read(struct pyos_cli *cli, struct pyos_options *options, char **words);

/* Reports why a line cannot be read by any rows; of its words only the common options count. Returns -1. */
int pyos_line_fail(struct pyos_cli *cli, const struct pyos_error *error, char **words);

#endif
