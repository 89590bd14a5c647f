/* --list and --list-functions: the names of the house, as lines or as records. */
#ifndef PYOS_CLI_LIST_H
#define PYOS_CLI_LIST_H

#include "pyos/cli/house.h"

/* Prints every applet: its name a line, or with --json a record with its summary. */
void pyos_list_applets(struct pyos_cli *cli);

/* Prints every function of os that this binary has, in the order of the manual's sections. */
void pyos_list_functions(struct pyos_cli *cli);

#endif
