/* Limits of processes (getrlimit(2)). */
#ifndef PYOS_SYS_RLIMIT_H
#define PYOS_SYS_RLIMIT_H

#include <stdint.h>

/* One more than the highest number of a new descriptor: the soft RLIMIT_NOFILE, sysconf(_SC_OPEN_MAX). */
uint64_t pyos_sys_descriptor_limit(void);

/* Of a resource, in its own unit; UINT64_MAX is none. */
struct pyos_sys_limits {
    uint64_t soft, hard;
};

/* prlimit(2) of a process; 0 is this one. limits and old may be NULL. 0 or -errno. */
int pyos_sys_prlimit(int pid, int resource, const struct pyos_sys_limits *limits, struct pyos_sys_limits *old);

#endif
