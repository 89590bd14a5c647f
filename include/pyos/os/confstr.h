/* os.confstr and its names (manual: Miscellaneous System Information; confstr(3)). */
#ifndef PYOS_OS_CONFSTR_H
#define PYOS_OS_CONFSTR_H

#include "pyos/py/function.h"

/* The library that is linked, CS_GNU_LIBC_VERSION: "musl 1.2.5", in the arena. Fails with no memory alone. */
int pyos_os_libc(struct pyos_arena *arena, struct pyos_str *text, struct pyos_error *error);

extern const struct pyos_section pyos_os_confstr_section;

#endif
