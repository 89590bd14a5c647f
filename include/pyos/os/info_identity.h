/* For `pyos info`: who the process is. */
#ifndef PYOS_OS_INFO_IDENTITY_H
#define PYOS_OS_INFO_IDENTITY_H

#include "pyos/os/info_fact.h"

/* Its users and groups by number, and by name as /etc/passwd and /etc/group have them; null is a name they lack. */
int pyos_info_ids(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);
int pyos_info_names(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

#endif
