#include "pyos/sys/path.h"

#include "pyos/sys/resolve.h"
#include "pyos/sys/root.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

int pyos_sys_getcwd(const struct pyos_root *root, char *path, size_t capacity, size_t *size)
{
    long n;

    if (root)
        return pyos_sys_root_path(root, root->cwd, path, capacity, size);
    n = syscall(SYS_getcwd, path, capacity); /* the libcs differ beyond PATH_MAX */
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

/* Who may not search a directory may not make it the current one: the lookup of its own "." asks. */
static int enter(struct pyos_root *root, int dir_fd)
{
    int fd = openat(dir_fd, ".", O_PATH | O_DIRECTORY | O_CLOEXEC);
    int at_root;

    if (fd < 0)
        return -errno;
    at_root = pyos_sys_root_is(root, fd);
    if (at_root != 0)
        close(fd);
    if (at_root >= 0)
        pyos_sys_root_enter(root, at_root ? root->fd : fd);
    return at_root < 0 ? at_root : 0;
}

int pyos_sys_chdir(struct pyos_root *root, const char *path)
{
    int fd;
    int result;

    if (!root)
        return check(syscall(SYS_chdir, path));
    fd = pyos_sys_resolve_open((struct pyos_place){root, AT_FDCWD}, path, O_PATH | O_DIRECTORY, 0);
    if (fd < 0)
        return fd;
    result = enter(root, fd);
    close(fd);
    return result;
}

/* A signal may interrupt it on a file system of the network: Python then tries again. */
int pyos_sys_fchdir(struct pyos_root *root, int fd)
{
    int result;

    if (root)
        return fd >= 0 ? enter(root, fd) : -EBADF;
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
