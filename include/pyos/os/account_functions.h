/* Users and groups by id and by name, as Python's modules pwd and grp have them; from /etc/passwd and /etc/group. */
#ifndef PYOS_OS_ACCOUNT_FUNCTIONS_H
#define PYOS_OS_ACCOUNT_FUNCTIONS_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_accounts_section;

#endif
