/* Copies of descriptors in a session whose numbers are handles. */
#ifndef PYOS_OS_HANDLE_H
#define PYOS_OS_HANDLE_H

#include "pyos/py/handles.h"

/*
 * Copies a descriptor as fcntl(2) does with F_DUPFD_CLOEXEC, but that least is a handle: the copy has the lowest one
 * from there on that is free. The copy, or -errno: EINVAL where no descriptor can have the number least.
 */
int pyos_handle_copy(struct pyos_handles *handles, int fd, int least);

#endif
