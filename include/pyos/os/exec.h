/* Becoming another program (manual: Process Management, os.execv and its kin). */
#ifndef PYOS_OS_EXEC_H
#define PYOS_OS_EXEC_H

#include "pyos/base/error.h"
#include "pyos/py/handover.h"
#include "pyos/py/type.h"

#include <stdbool.h>

/*
 * Becomes words[0], with a NULL behind the last word: looked for as os.posix_spawnp does, in PATH of
 * the process. Returns only on failure, -1: OSError with the name. *found: the reason is another than
 * that there is none.
 */
int pyos_os_execvp(struct pyos_words words, struct pyos_arena *arena, bool *found, struct pyos_error *error);

/* The same for a program that takes over from a call, a pyos_become_function: it has its result and descriptors. */
int pyos_os_become(const struct pyos_handover *handover, struct pyos_arena *arena, bool *found,
                   struct pyos_error *error);

#endif
