/* For `pyos info`: the namespaces that the process is in. */
#ifndef PYOS_OS_INFO_NAMESPACES_H
#define PYOS_OS_INFO_NAMESPACES_H

#include "pyos/os/info_fact.h"

/* The inode of each namespace (namespaces(7)), which is the same for all who share it; null: the kernel has none. */
int pyos_info_namespaces(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

#endif
