/*
 * Descriptors that are no files: event counters, timers, files in memory. Nothing but its flags makes a new one
 * close-on-exec. Every call returns a value >= 0, or -errno.
 */
#ifndef PYOS_SYS_EVENT_H
#define PYOS_SYS_EVENT_H

#include <stdint.h>

/* eventfd(2), eventfd_read(3), eventfd_write(3): these wait, and a signal ends it with -EINTR. */
int pyos_sys_eventfd(unsigned value, int flags);
int pyos_sys_eventfd_read(int fd, uint64_t *value);
int pyos_sys_eventfd_write(int fd, uint64_t value);

/* memfd_create(2) */
int pyos_sys_memfd_create(const char *name, unsigned flags);

/* What a timer is set to, in nanoseconds. */
struct pyos_sys_timer {
    int64_t initial; /* until it runs out; as read, what is left of that; 0: it is not set */
    int64_t interval; /* from then on; 0: it runs out once */
};

/* timerfd_create(2), timerfd_gettime(2), timerfd_settime(2); *old is what the timer was set to before. */
int pyos_sys_timerfd_create(int clock, int flags);
int pyos_sys_timerfd_gettime(int fd, struct pyos_sys_timer *timer);
int pyos_sys_timerfd_settime(int fd, int flags, const struct pyos_sys_timer *timer, struct pyos_sys_timer *old);

#endif
