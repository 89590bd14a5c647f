#include "pyos/sys/clock.h"

#include <time.h>

static int64_t now(clockid_t clock)
{
    struct timespec time = {0};

    clock_gettime(clock, &time); /* fails only for a clock that does not exist */
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

int64_t pyos_sys_clock_monotonic(void)
{
    return now(CLOCK_MONOTONIC);
}

int64_t pyos_sys_clock_realtime(void)
{
    return now(CLOCK_REALTIME);
}

int64_t pyos_sys_clock_boottime(void)
{
    return now(CLOCK_BOOTTIME);
}
