/* Limits of the process itself. */
#ifndef PYOS_SYS_RLIMIT_H
#define PYOS_SYS_RLIMIT_H

#include <stdint.h>

/* One more than the highest number of a new descriptor: the soft RLIMIT_NOFILE, sysconf(_SC_OPEN_MAX). */
uint64_t pyos_sys_descriptor_limit(void);

#endif
