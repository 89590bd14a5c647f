/* What a process descriptor (pidfd_open(2)) lets do to its process. Every call returns a value >= 0, or -errno. */
#ifndef PYOS_SYS_PIDFD_H
#define PYOS_SYS_PIDFD_H

/* pidfd_getfd(2), Linux 5.6: a copy of the process's descriptor, close-on-exec. */
int pyos_sys_pidfd_getfd(int pidfd, int target, unsigned flags);

/* pidfd_send_signal(2), Linux 5.1; signal 0 only looks whether it could. */
int pyos_sys_pidfd_send_signal(int pidfd, int signal, unsigned flags);

#endif
