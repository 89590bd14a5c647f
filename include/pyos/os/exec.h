/* Becoming another program (manual: Process Management, os.execv and its kin). */
#ifndef PYOS_OS_EXEC_H
#define PYOS_OS_EXEC_H

#include "pyos/base/error.h"
#include "pyos/py/handover.h"
#include "pyos/py/type.h"

#include <stdbool.h>

/*
 * os.execvp(words[0], words), with a NULL behind the last word. Returns only on failure, -1: OSError
 * with the name, which CPython leaves out. *found: the reason is another than that there is none.
 */
int pyos_os_execvp(struct pyos_words words, bool *found, struct pyos_error *error);

/* The same for a program that takes over from a call, a pyos_become_function: it has its result and descriptors. */
int pyos_os_become(const struct pyos_handover *handover, struct pyos_arena *arena, bool *found,
                   struct pyos_error *error);

#endif
