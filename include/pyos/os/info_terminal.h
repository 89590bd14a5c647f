/* For `pyos info`: the terminal that the process has. */
#ifndef PYOS_OS_INFO_TERMINAL_H
#define PYOS_OS_INFO_TERMINAL_H

#include "pyos/os/info_fact.h"

/* The first of the standard descriptors that is a terminal, and its size; None where none of them is. */
int pyos_info_terminal(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

#endif
