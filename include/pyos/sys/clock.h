/* The clocks, in nanoseconds. */
#ifndef PYOS_SYS_CLOCK_H
#define PYOS_SYS_CLOCK_H

#include <stdint.h>

/* CLOCK_MONOTONIC: since some point in the past; never set back. */
int64_t pyos_sys_clock_monotonic(void);

/* CLOCK_REALTIME: since the epoch; good until the year 2262. */
int64_t pyos_sys_clock_realtime(void);

/* CLOCK_BOOTTIME: since the machine was started. */
int64_t pyos_sys_clock_boottime(void);

#endif
