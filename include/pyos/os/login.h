/* Who has logged in on the controlling terminal (manual: os.getlogin; getlogin(3)). */
#ifndef PYOS_OS_LOGIN_H
#define PYOS_OS_LOGIN_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"

/*
 * The user of the kernel's login id, or where it keeps none the one that utmp(5) has for the terminal
 * of standard input. Raises OSError as glibc would: ENXIO where nobody has logged in.
 */
int pyos_os_getlogin(struct pyos_arena *arena, struct pyos_str *name, struct pyos_error *error);

#endif
