/*
 * Terminals and pseudo-terminals, by ioctl(2) (tty_ioctl(4), pts(4)): the libcs differ in what they check. Every call
 * returns a value >= 0, or -errno.
 */
#ifndef PYOS_SYS_TERMINAL_H
#define PYOS_SYS_TERMINAL_H

#include <stddef.h>

/* 0 where fd is a terminal; else -ENOTTY, -EBADF, ... */
int pyos_sys_check_terminal(int fd);

/* The path of a terminal, as the kernel shows it below /proc. -ENODEV: it is not there under that name. */
int pyos_sys_ttyname(int fd, char *path, size_t capacity);

/* What a terminal shows at once; 0 where it does not know. */
int pyos_sys_terminal_size(int fd, int *columns, int *lines);

/* The process group in its foreground. */
int pyos_sys_tcgetpgrp(int fd);
int pyos_sys_tcsetpgrp(int fd, int group);

/* A new pair: the master, close-on-exec. Its slave opens once that is unlocked. */
int pyos_sys_openpt(int flags);

/* unlockpt(3) and ptsname(3) of a master: the number in /dev/pts/N. -ENOTTY: it is none. */
int pyos_sys_unlockpt(int master);
int pyos_sys_pts_number(int master);

/* Both ends of a new pair, close-on-exec. */
int pyos_sys_openpty(int *master, int *slave);

/* login_tty(3): the terminal fd becomes that of a new session, and the standard descriptors; fd itself is closed. */
int pyos_sys_login_tty(int fd);

#endif
