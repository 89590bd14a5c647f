#include "pyos/sys/random.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

enum { DEVICE_MAJOR = 1, DEVICE_MINOR = 9 }; /* Documentation/admin-guide/devices.txt of the kernel */

long pyos_sys_getrandom(void *buffer, size_t size, unsigned flags)
{
    long n;

    do
        n = syscall(SYS_getrandom, buffer, size, flags);
    while (n < 0 && errno == EINTR);
    return n >= 0 ? n : -errno;
}

static bool is_device(int fd)
{
    struct stat stat;

    return fstat(fd, &stat) == 0 && S_ISCHR(stat.st_mode) && stat.st_rdev == makedev(DEVICE_MAJOR, DEVICE_MINOR);
}

static int read_all(int fd, char *buffer, size_t size)
{
    while (size > 0) {
        ssize_t n = read(fd, buffer, size);

        if (n < 0 && errno != EINTR)
            return -errno;
        if (n == 0)
            return -EIO; /* the device has no end */
        if (n > 0) {
            buffer += n;
            size -= (size_t)n; /* 0 < n <= size */
        }
    }
    return 0;
}

int pyos_sys_dev_urandom(void *buffer, size_t size)
{
    int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC | O_NOCTTY);
    int result;

    if (fd < 0)
        return -errno;
    result = is_device(fd) ? read_all(fd, buffer, size) : -ENODEV;
    close(fd);
    return result;
}
