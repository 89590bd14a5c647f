#include "pyos/sys/power.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/* include/uapi/linux/capability.h, which musl-gcc does not see. */
enum { CAPABILITY_VERSION_3 = 0x20080522, CAP_SYS_NICE = 23 };

bool pyos_sys_may_schedule(void)
{
    struct { uint32_t version; int pid; } header = {CAPABILITY_VERSION_3, 0};
    struct { uint32_t effective, permitted, inheritable; } sets[2] = {0};

    return syscall(SYS_capget, &header, sets) == 0 && sets[0].effective >> CAP_SYS_NICE & 1;
}

bool pyos_sys_may_signal(int pid)
{
    return kill(pid, 0) == 0 || errno != EPERM;
}
