/*
 * Who a process is: users, groups, sessions, priorities (credentials(7)). Every call returns what is
 * named, a value >= 0, or -errno; ids are 32 bits without a sign, and -1 in a call keeps what is there.
 */
#ifndef PYOS_SYS_IDENTITY_H
#define PYOS_SYS_IDENTITY_H

#include <stddef.h>
#include <stdint.h>

/* getresuid(2), getresgid(2): the real, effective and saved id. */
struct pyos_sys_ids {
    uint32_t real, effective, saved;
};

struct pyos_sys_ids pyos_sys_users(void);
struct pyos_sys_ids pyos_sys_groups(void);

/* setuid(2), setreuid(2), setresuid(2) and their kin, of every thread. */
int pyos_sys_setuid(uint32_t uid);
int pyos_sys_setgid(uint32_t gid);
int pyos_sys_setreuid(uint32_t real, uint32_t effective);
int pyos_sys_setregid(uint32_t real, uint32_t effective);
int pyos_sys_setresuid(struct pyos_sys_ids ids);
int pyos_sys_setresgid(struct pyos_sys_ids ids);

enum { PYOS_SYS_GROUPS_MAX = 65536 }; /* NGROUPS_MAX of include/uapi/linux/limits.h */

/* getgroups(2): how many there are; setgroups(2). */
int pyos_sys_getgroups(uint32_t *groups, size_t capacity);
int pyos_sys_setgroups(const uint32_t *groups, size_t count);

int pyos_sys_getppid(void);
int pyos_sys_setpgid(int pid, int group);
int pyos_sys_getsid(int pid);
int pyos_sys_setsid(void);

/* getpriority(2): *priority is a nice value, -20 to 19; setpriority(2). */
int pyos_sys_getpriority(int which, uint32_t who, int *priority);
int pyos_sys_setpriority(int which, uint32_t who, int priority);

/* umask(2): what it was. */
int pyos_sys_umask(uint32_t mask);

/* setns(2), unshare(2) */
int pyos_sys_setns(int fd, int type);
int pyos_sys_unshare(int flags);

#endif
