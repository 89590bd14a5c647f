/* The kernel's generator: getrandom(2), and the device where there is no such call. */
#ifndef PYOS_SYS_RANDOM_H
#define PYOS_SYS_RANDOM_H

#include <stddef.h>

/* getrandom(2), again when a signal came first: how many bytes, perhaps fewer than size, or -errno. */
long pyos_sys_getrandom(void *buffer, size_t size, unsigned flags);

/*
 * All of size bytes from /dev/urandom. 0 or -errno; -ENODEV where that file is not the device, such
 * as a plain file in a badly made container, whose bytes anybody could know.
 */
int pyos_sys_dev_urandom(void *buffer, size_t size);

#endif
