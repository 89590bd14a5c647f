/* The descriptors of a session: what it speaks on, out of the way of the calls that it carries out. */
#ifndef PYOS_OS_SESSION_H
#define PYOS_OS_SESSION_H

#include "pyos/base/error.h"

enum { PYOS_SESSION_INPUT, PYOS_SESSION_OUTPUT, PYOS_SESSION_DESCRIPTORS };

enum { PYOS_SESSION_LEAST = 500 }; /* no descriptor below is the session's own */

/*
 * Moves the two that a session was told to speak on up, close-on-exec, and fills descriptors. What was
 * standard input becomes /dev/null for the calls, and standard output a copy of standard error. From
 * here on SIGPIPE kills no more. Raises OSError with the descriptor that is not open.
 */
int pyos_session_open(int input, int output, int descriptors[PYOS_SESSION_DESCRIPTORS], struct pyos_error *error);

#endif
