#include "pyos/sys/dir.h"

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

int pyos_sys_rewinddir(int fd)
{
    return lseek(fd, 0, SEEK_SET) == 0 ? 0 : -errno;
}

long pyos_sys_getdents(int fd, void *buffer, size_t capacity)
{
    long n = syscall(SYS_getdents64, fd, buffer, capacity);

    return n >= 0 ? n : -errno;
}
