/*
 * The scheduler, as the kernel has it (sched(7)). All calls are made raw where musl's wrappers are
 * stubs that say ENOSYS. tid is a thread's id, a process's for its first thread, or 0 for the
 * calling thread. Every call returns 0 or what is named, or -errno.
 */
#ifndef PYOS_SYS_SCHED_H
#define PYOS_SYS_SCHED_H

#include <stddef.h>
#include <stdint.h>

/* include/uapi/linux/sched.h */
enum {
    PYOS_SCHED_OTHER = 0,
    PYOS_SCHED_FIFO = 1,
    PYOS_SCHED_RR = 2,
    PYOS_SCHED_BATCH = 3,
    PYOS_SCHED_IDLE = 5,
    PYOS_SCHED_DEADLINE = 6, /* Linux 3.14 */
    PYOS_SCHED_EXT = 7,      /* Linux 6.12 */
    PYOS_SCHED_RESET_ON_FORK = 0x40000000, /* in the policy of the old calls */
};

enum {
    PYOS_SCHED_FLAG_RESET_ON_FORK = 0x01,
    PYOS_SCHED_FLAG_RECLAIM = 0x02,
    PYOS_SCHED_FLAG_DL_OVERRUN = 0x04,
    PYOS_SCHED_FLAG_UTIL_CLAMP_MIN = 0x20,
    PYOS_SCHED_FLAG_UTIL_CLAMP_MAX = 0x40,
};

/* struct sched_attr of include/uapi/linux/sched/types.h, with the clamps of Linux 5.3. */
struct pyos_sched_attr {
    uint32_t size; /* filled in by these calls; from the kernel, how much of this it knows */
    uint32_t policy;
    uint64_t flags;
    int32_t nice;      /* of SCHED_OTHER and SCHED_BATCH */
    uint32_t priority; /* of SCHED_FIFO and SCHED_RR */
    uint64_t runtime;  /* ns; of SCHED_DEADLINE, and since Linux 6.12 the slice of the fair policies */
    uint64_t deadline; /* ns */
    uint64_t period;   /* ns */
    uint32_t util_min; /* 0 to 1024 */
    uint32_t util_max;
};

enum { PYOS_SCHED_ATTR_CLAMPS = 56 }; /* the size from which on it has util_min and util_max */

/* sched_getattr(2), sched_setattr(2); -ENOSYS before Linux 3.14. */
int pyos_sys_sched_getattr(int tid, struct pyos_sched_attr *attr);
int pyos_sys_sched_setattr(int tid, struct pyos_sched_attr *attr);

/* sched_getscheduler(2): the policy, perhaps with PYOS_SCHED_RESET_ON_FORK. */
int pyos_sys_sched_getscheduler(int tid);
int pyos_sys_sched_setscheduler(int tid, int policy, int priority);
int pyos_sys_sched_getparam(int tid, int *priority);
int pyos_sys_sched_setparam(int tid, int priority);

/* sched_get_priority_min(2) and max: the priority. */
int pyos_sys_sched_priority_min(int policy);
int pyos_sys_sched_priority_max(int policy);

int pyos_sys_sched_yield(void);

/* gettid(2) */
int pyos_sys_gettid(void);

/* sched_rr_get_interval(2) */
int pyos_sys_sched_interval(int tid, int64_t *seconds, uint32_t *nanoseconds);

/*
 * sched_getaffinity(2), sched_setaffinity(2): masks of size bytes, a multiple of sizeof(long). What
 * the kernel's own mask is too short for is 0, or ignored; -EINVAL where the kernel's is longer.
 */
int pyos_sys_sched_getaffinity(int tid, unsigned long *mask, size_t size);
int pyos_sys_sched_setaffinity(int tid, const unsigned long *mask, size_t size);

#endif
