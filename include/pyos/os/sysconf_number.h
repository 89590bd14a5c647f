/* What glibc's sysconf answers to numbers for which Python has no name: caches, options of newer standards. */
#ifndef PYOS_OS_SYSCONF_NUMBER_H
#define PYOS_OS_SYSCONF_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* False where glibc does not know the number, or has no answer (SS_REPL_MAX). -1: no limit, or not there. */
bool pyos_sysconf_number(int number, int64_t *value);

#endif
