/*
 * A child with a program of its own: clone(2) with CLONE_VFORK, CLONE_VM and CLONE_PIDFD, so that no
 * memory is copied, or fork(2) where the kernel has not all of them, or they are refused. Either way
 * the program runs when the call returns, or there is no child: what fails before exec is told with
 * its step.
 *
 * Handlers of signals would run in the child on the parent's memory: a process that has any blocks
 * them around the call. The child begins with the mask and the actions of its parent.
 */
#ifndef PYOS_SYS_SPAWN_H
#define PYOS_SYS_SPAWN_H

#include "pyos/sys/child.h"

struct pyos_child {
    int pid;
    int pidfd; /* readable once it has ended, close-on-exec, not a standard one; or -1 */
};

/* The index of no step: there could not be a child. */
#define PYOS_NO_STEP SIZE_MAX

/* with_pidfd: keep it, where there is one. 0; or -errno and *failure says more. */
int pyos_sys_spawn(const struct pyos_program *program, bool with_pidfd, struct pyos_child *child,
                   struct pyos_child_failure *failure);

#endif
