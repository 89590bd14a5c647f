/* The end of this process. */
#ifndef PYOS_OS_DIE_H
#define PYOS_OS_DIE_H

/*
 * Dies by a signal, with its default action and without a core dump: for who stands in the place of
 * a process that it has killed. Returns where the signal kills nobody, or not this one (PID 1).
 */
void pyos_os_die_by(int signal);

#endif
