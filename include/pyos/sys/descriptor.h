/*
 * Descriptors themselves: copied, closed, flagged. New ones are close-on-exec unless it is said. Every call returns a
 * value >= 0, or -errno.
 */
#ifndef PYOS_SYS_DESCRIPTOR_H
#define PYOS_SYS_DESCRIPTOR_H

#include <stdbool.h>

/* dup(2): the lowest number that is free. */
int pyos_sys_dup(int fd);

/* dup2(2), or where new_fd is not to be inherited dup3(2), which refuses equal ones: new_fd. */
int pyos_sys_dup2(int fd, int new_fd, bool inheritable);

enum { PYOS_SYS_CLOSE_RANGE_CLOEXEC = 4 };

/* close_range(2); flags: CLOSE_RANGE_* of include/uapi/linux/close_range.h, as above. -ENOSYS before Linux 5.9. */
int pyos_sys_close_range(unsigned first, unsigned last, unsigned flags);

/* Closes what is open of first to last, one by one where there is no close_range(2). */
void pyos_sys_close_all(int first, int last);

/* pipe2(2): the lowest numbers that are free; nothing but the flags makes them close-on-exec. */
int pyos_sys_pipe2(int ends[2], int flags);

/* fcntl(2), of the commands that take an int or nothing. */
int pyos_sys_fcntl(int fd, int command, int argument);

/* Whether exec leaves fd open. */
int pyos_sys_is_inheritable(int fd);
int pyos_sys_set_inheritable(int fd, bool inheritable);

/* Whether a call waits for what is not ready: O_NONBLOCK is off. */
int pyos_sys_is_blocking(int fd);
int pyos_sys_set_blocking(int fd, bool blocking);

#endif
