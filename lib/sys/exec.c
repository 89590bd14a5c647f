#include "pyos/sys/exec.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Whether a search goes on: there is no such file here, or no such directory. */
static bool is_absent(int result)
{
    return result == -ENOENT || result == -ENOTDIR || result == -ENODEV || result == -ESTALE || result == -ETIMEDOUT;
}

PYOS_NEVER_LEFT
int pyos_sys_exec_first(const char *const *paths, const char *const argv[], char *const environment[], bool *found)
{
    bool refused = false;
    int result = -ENOENT;

    *found = false;
    for (; *paths; paths++) {
        result = pyos_sys_execve(*paths, argv, environment);
        if (!is_absent(result) || access(*paths, F_OK) == 0)
            *found = true; /* though ENOENT: its interpreter is missing */
        refused = refused || result == -EACCES;
        if (result != -EACCES && !is_absent(result))
            break;
    }
    return refused && is_absent(result) ? -EACCES : result;
}

PYOS_NEVER_LEFT
int pyos_sys_execve(const char *path, const char *const argv[], char *const environment[])
{
    execve(path, (char *const *)argv, environment); /* POSIX says that it leaves them as they are */
    return -errno;
}

int pyos_sys_fexecve(int fd, const char *const argv[], char *const environment[])
{
    syscall(SYS_execveat, fd, "", argv, environment, AT_EMPTY_PATH);
    return -errno;
}

int pyos_sys_exec_inherits(int fd)
{
    int flags = fcntl(fd, F_GETFD);

    return flags >= 0 && fcntl(fd, F_SETFD, flags & ~FD_CLOEXEC) == 0 ? 0 : -errno;
}
