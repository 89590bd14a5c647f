/*
 * Descriptors that a process keeps for itself, out of the way of what it is asked to do. Every call
 * returns a value >= 0, or -errno.
 */
#ifndef PYOS_SYS_RESERVE_H
#define PYOS_SYS_RESERVE_H

/*
 * fcntl(2): a copy of fd, close-on-exec, whose number is least or more; where the limit of open files
 * is not above least, the highest number that is free.
 */
int pyos_sys_reserve(int fd, int least);

/* The standard descriptor fd becomes /dev/null, or a copy of from; children see it. */
int pyos_sys_null_standard(int fd);
int pyos_sys_copy_standard(int fd, int from);

/*
 * sigaction(2): a write to a pipe that nobody reads fails, and kills no more. Where SIGPIPE is not
 * ignored already it is caught, for exec(2) gives a caught signal its default again.
 */
int pyos_sys_survive_sigpipe(void);

#endif
