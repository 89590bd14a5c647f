#include "pyos/sys/path.h"

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

int pyos_sys_getcwd(char *path, size_t capacity, size_t *size)
{
    long n = syscall(SYS_getcwd, path, capacity); /* the libcs differ beyond PATH_MAX */

    if (n < 0)
        return -errno;
    if (path[0] != '/')
        return -ENOENT; /* "(unreachable)/..." */
    *size = (size_t)n - 1; /* with its NUL it is > 1 */
    return 0;
}

uint32_t pyos_sys_getuid(void)
{
    return getuid();
}
