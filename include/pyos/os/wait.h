/*
 * The status that a child leaves (manual: Process Management; wait(2)): os.WIFEXITED and its kin,
 * os.waitstatus_to_exitcode. The bits are taken apart here and not by libc's macros: musl's and
 * glibc's differ on numbers that no kernel makes but that a script may pass.
 */
#ifndef PYOS_OS_WAIT_H
#define PYOS_OS_WAIT_H

#include "pyos/base/error.h"
#include "pyos/py/function.h"

#include <stdbool.h>

/* What a status says; the numbers mean something only beside the flag that goes with them. */
struct pyos_wait {
    bool exited, signaled, stopped, continued, coredump;
    int exitstatus, termsig, stopsig;
};

struct pyos_wait pyos_wait_decode(int status);

/*
 * os.waitstatus_to_exitcode(status): the exit status, or -N for signal N. ValueError for the status
 * of a child that was stopped or for none at all.
 */
int pyos_os_waitstatus_to_exitcode(int status, int *exitcode, struct pyos_error *error);

/* Manual: Process Management. */
extern const struct pyos_section pyos_os_wait_section;

#endif
