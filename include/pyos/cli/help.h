/* --help, made from the rows. */
#ifndef PYOS_CLI_HELP_H
#define PYOS_CLI_HELP_H

#include "pyos/base/buf.h"
#include "pyos/cli/house.h"

void pyos_help_applet(struct pyos_buf *buf, const struct pyos_applet *applet);
void pyos_help_function(struct pyos_buf *buf, const struct pyos_function *function);

/* The whole program: its names and how to call them. */
void pyos_help_house(struct pyos_buf *buf, const struct pyos_house *house);

#endif
