#include "pyos/sys/identity.h"

#include <errno.h>
#include <grp.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int check(int result)
{
    return result >= 0 ? result : -errno;
}

struct pyos_sys_ids pyos_sys_users(void)
{
    struct pyos_sys_ids ids;

    getresuid(&ids.real, &ids.effective, &ids.saved); /* it cannot fail */
    return ids;
}

struct pyos_sys_ids pyos_sys_groups(void)
{
    struct pyos_sys_ids ids;

    getresgid(&ids.real, &ids.effective, &ids.saved);
    return ids;
}

int pyos_sys_setuid(uint32_t uid)
{
    return check(setuid(uid));
}

int pyos_sys_setgid(uint32_t gid)
{
    return check(setgid(gid));
}

int pyos_sys_setreuid(uint32_t real, uint32_t effective)
{
    return check(setreuid(real, effective));
}

int pyos_sys_setregid(uint32_t real, uint32_t effective)
{
    return check(setregid(real, effective));
}

int pyos_sys_setresuid(struct pyos_sys_ids ids)
{
    return check(setresuid(ids.real, ids.effective, ids.saved));
}

int pyos_sys_setresgid(struct pyos_sys_ids ids)
{
    return check(setresgid(ids.real, ids.effective, ids.saved));
}

int pyos_sys_getgroups(uint32_t *groups, size_t capacity)
{
    return check(getgroups((int)capacity, groups)); /* at most PYOS_SYS_GROUPS_MAX */
}

int pyos_sys_setgroups(const uint32_t *groups, size_t count)
{
    return check(setgroups(count, groups));
}

int pyos_sys_getppid(void)
{
    return getppid();
}

int pyos_sys_setpgid(int pid, int group)
{
    return check(setpgid(pid, group));
}

int pyos_sys_getsid(int pid)
{
    return check(getsid(pid));
}

int pyos_sys_setsid(void)
{
    return check(setsid());
}

/* Raw: glibc has a type of its own for which. The call turns a nice value around: 40 is -20, and 1 is 19. */
int pyos_sys_getpriority(int which, uint32_t who, int *priority)
{
    long turned = syscall(SYS_getpriority, which, who);

    if (turned < 0)
        return -errno;
    *priority = (int)(20 - turned); /* -20 to 19 */
    return 0;
}

int pyos_sys_setpriority(int which, uint32_t who, int priority)
{
    return check((int)syscall(SYS_setpriority, which, who, priority)); /* 0 or -1 */
}

int pyos_sys_umask(uint32_t mask)
{
    return (int)umask(mask); /* at most 0777 */
}

int pyos_sys_setns(int fd, int type)
{
    return check(setns(fd, type));
}

int pyos_sys_unshare(int flags)
{
    return check(unshare(flags));
}
