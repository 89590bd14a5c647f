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

static int check(long result)
{
    return result == 0 ? 0 : -errno;
}

int pyos_sys_chdir(const char *path)
{
    return check(syscall(SYS_chdir, path));
}

/* A signal may interrupt it on a file system of the network: Python then tries again. */
int pyos_sys_fchdir(int fd)
{
    int result;

    do
        result = check(fchdir(fd));
    while (result == -EINTR);
    return result;
}

int pyos_sys_chroot(const char *path)
{
    return check(chroot(path));
}

uint32_t pyos_sys_getuid(void)
{
    return getuid();
}
