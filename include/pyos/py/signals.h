/* The names that Python's signal module gives to Linux's signals. */
#ifndef PYOS_PY_SIGNALS_H
#define PYOS_PY_SIGNALS_H

#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* What a signal does to a process that has not asked otherwise (signal(7)). */
enum pyos_signal_action { PYOS_SIGNAL_KILLS, PYOS_SIGNAL_STOPS, PYOS_SIGNAL_IGNORED };

enum { PYOS_SIGNAL_MAX = 64 };

/*
 * signal.Signals(number).name, such as "SIGKILL"; "SIGRTMIN+1" to "SIGRTMAX-1" where Python has
 * no name between SIGRTMIN and SIGRTMAX; NULL for any other number.
 */
const char *pyos_signal_name(int number);

/*
 * The number of a word: a name of Python's or of pyos_signal_name, with or without SIG, or a literal
 * (py/int.h). An unknown name is a usage error, worded as Python's AttributeError; ValueError for a
 * number that is no signal's.
 */
int pyos_signal_read(struct pyos_str word, int *number, struct pyos_error *error);

/* A set: words joined by commas; none is the empty set. Signal n is bit n - 1. */
int pyos_signals_read(struct pyos_str list, uint64_t *bits, struct pyos_error *error);

/* number: 1 to PYOS_SIGNAL_MAX */
enum pyos_signal_action pyos_signal_action(int number);

#endif
