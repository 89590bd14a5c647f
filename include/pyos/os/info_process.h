/* For `pyos info`: what the process has of the kernel. */
#ifndef PYOS_OS_INFO_PROCESS_H
#define PYOS_OS_INFO_PROCESS_H

#include "pyos/os/info_fact.h"

int pyos_info_cwd(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

/* Read from /proc/self/status, for umask(2) would change it. */
int pyos_info_umask(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

/* The five sets of capabilities(7), by name. */
int pyos_info_capabilities(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

#endif
