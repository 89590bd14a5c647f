/* This process among its relatives. Every call returns a value >= 0, or -errno. */
#ifndef PYOS_SYS_PROCESS_H
#define PYOS_SYS_PROCESS_H

#include <stdbool.h>
#include <sys/utsname.h>

int pyos_sys_getpid(void);

/* uname(2) */
int pyos_sys_uname(struct utsname *names);

/* getpgid(2) */
int pyos_sys_getpgid(int pid);

/* _exit(2). Never returns. */
void pyos_sys_exit(int status);

/* A child that does nothing but end with that status: its pid, or -errno. */
int pyos_sys_fork_exit(int status);

/* nice(2): *nice_value is the new value. 0 or -errno. */
int pyos_sys_nice(int increment, int *nice_value);

/* pidfd_open(2): a descriptor, close-on-exec. */
int pyos_sys_pidfd_open(int pid, unsigned flags);

/*
 * PR_SET_CHILD_SUBREAPER of prctl(2): descendants whose parent dies become children of this process
 * (since Linux 4.12 those too that are there already). Says how it was before.
 */
int pyos_sys_set_subreaper(bool on);

#endif
