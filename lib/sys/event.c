#include "pyos/sys/event.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { NS_PER_S = 1000000000 };

static int check(int result)
{
    return result >= 0 ? result : -errno;
}

int pyos_sys_eventfd(unsigned value, int flags)
{
    return check(eventfd(value, flags));
}

/* Fewer bytes than a counter has come from a file that is none. */
int pyos_sys_eventfd_read(int fd, uint64_t *value)
{
    ssize_t size = read(fd, value, sizeof *value);

    if (size < 0)
        return -errno;
    return size == sizeof *value ? 0 : -EINVAL;
}

int pyos_sys_eventfd_write(int fd, uint64_t value)
{
    ssize_t size = write(fd, &value, sizeof value);

    if (size < 0)
        return -errno;
    return size == sizeof value ? 0 : -EINVAL;
}

int pyos_sys_memfd_create(const char *name, unsigned flags)
{
    return check(memfd_create(name, flags));
}

/* The time of so many nanoseconds: its part below a second is never negative. */
static struct timespec timespec_of(int64_t ns)
{
    int64_t seconds = ns / NS_PER_S - (ns % NS_PER_S < 0);

    return (struct timespec){.tv_sec = seconds, .tv_nsec = (long)(ns - seconds * NS_PER_S)}; /* below 10^9 */
}

static int64_t ns_of(struct timespec time)
{
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

static struct pyos_sys_timer timer_of(struct itimerspec timer)
{
    return (struct pyos_sys_timer){ns_of(timer.it_value), ns_of(timer.it_interval)};
}

int pyos_sys_timerfd_create(int clock, int flags)
{
    return check(timerfd_create(clock, flags));
}

int pyos_sys_timerfd_gettime(int fd, struct pyos_sys_timer *timer)
{
    struct itimerspec now = {0};
    int result = check(timerfd_gettime(fd, &now));

    *timer = timer_of(now);
    return result;
}

int pyos_sys_timerfd_settime(int fd, int flags, const struct pyos_sys_timer *timer, struct pyos_sys_timer *old)
{
    const struct itimerspec wanted = {.it_value = timespec_of(timer->initial),
                                      .it_interval = timespec_of(timer->interval)};
    struct itimerspec before = {0};
    int result = check(timerfd_settime(fd, flags, &wanted, &before));

    *old = timer_of(before);
    return result;
}
