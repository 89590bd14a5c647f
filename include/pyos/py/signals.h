/* The names that Python's signal module gives to Linux's signals. */
#ifndef PYOS_PY_SIGNALS_H
#define PYOS_PY_SIGNALS_H

#include <stdbool.h>

/* What a signal does to a process that has not asked otherwise (signal(7)). */
enum pyos_signal_action { PYOS_SIGNAL_KILLS, PYOS_SIGNAL_STOPS, PYOS_SIGNAL_IGNORED };

enum { PYOS_SIGNAL_MAX = 64 };

/*
 * signal.Signals(number).name, such as "SIGKILL"; "SIGRTMIN+1" to "SIGRTMAX-1" where Python has
 * no name between SIGRTMIN and SIGRTMAX; NULL for any other number.
 */
const char *pyos_signal_name(int number);

/* number: 1 to PYOS_SIGNAL_MAX */
enum pyos_signal_action pyos_signal_action(int number);

#endif
