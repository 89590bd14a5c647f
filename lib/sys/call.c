#include "pyos/sys/call.h"

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CALL(name) {#name, SYS_##name},

const struct pyos_sys_call_name pyos_sys_call_names[] = {
#include "calls.inc" /* made at build time: CALL(NAME) of each SYS_NAME that sys/syscall.h has */
};
const size_t pyos_sys_call_count = sizeof pyos_sys_call_names / sizeof *pyos_sys_call_names;

int pyos_sys_call(long number, const long arguments[PYOS_SYS_CALL_ARGUMENTS], long *result)
{
    errno = 0;
    *result = syscall(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]);
    return *result == -1 && errno != 0 ? -errno : 0;
}
