/*
 * Looking after a child until it has ended: its output, its time, the signals that are meant for it.
 * One poll loop does it all and never waits for anything else, so that a child which fills both of
 * its pipes is always read, and a reader that has stopped delays no timeout.
 *
 * It is waited for by its pidfd, and where the kernel has none by SIGCHLD.
 */
#ifndef PYOS_OS_SUPERVISE_H
#define PYOS_OS_SUPERVISE_H

#include "pyos/os/supervisor.h"

/*
 * Waits for the end of a child that was started, of what is ended with it, and of the output that
 * they have written; what others write later into the same pipes is not waited for.
 */
void pyos_os_supervise(struct pyos_supervisor *supervisor);

/* Whether what the child wrote met a pipe without a reader, which ends a process that does not ignore SIGPIPE. */
bool pyos_supervisor_lost_reader(const struct pyos_supervisor *supervisor);

/* What a shell would show of it: the child's own code, 128 and the signal that killed it, or 124 where it timed out. */
int pyos_supervisor_exit_code(const struct pyos_supervisor *supervisor);

#endif
