#include "pyos/sys/exec.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What to become, in whatever directory it is found. */
struct wanted {
    const char *const *argv;
    char *const *environment;
};

/* Returns only on failure; *found is set where there is such a file. */
static int try(const char *path, const struct wanted *wanted, bool *found)
{
    int result = pyos_sys_execve(path, wanted->argv, wanted->environment);

    *found = access(path, F_OK) == 0;
    return result;
}

/* Whether the search goes on behind a directory: it has no such file, is none itself, or may not be searched. */
static bool is_absent(int result)
{
    return result == -ENOENT || result == -ENOTDIR || result == -ENODEV || result == -ESTALE ||
           result == -ETIMEDOUT || result == -EACCES;
}

/* The part of PATH up to the next colon, and the file in it; an empty part is the current directory. */
static int try_in(const char *directory, size_t length, const struct wanted *wanted, bool *found)
{
    const char *file = wanted->argv[0];
    char path[PATH_MAX + NAME_MAX + 2];

    if (length >= PATH_MAX)
        return -ENOENT;
    memcpy(path, directory, length);
    if (length > 0)
        path[length++] = '/';
    memcpy(path + length, file, strlen(file) + 1);
    return try(path, wanted, found);
}

int pyos_sys_exec(const char *const argv[], char *const environment[], bool *found)
{
    const struct wanted wanted = {argv, environment};
    const char *file = argv[0];
    const char *at = getenv("PATH");
    int refused = -ENOENT;

    *found = false;
    if (strchr(file, '/'))
        return try(file, &wanted, found);
    if (file[0] == '\0')
        return -ENOENT;
    if (strlen(file) > NAME_MAX)
        return -ENAMETOOLONG;
    for (at = at ? at : "/bin:/usr/bin";; at++) {
        size_t length = strcspn(at, ":");
        bool here = false;
        int result = try_in(at, length, &wanted, &here);

        if (!is_absent(result)) {
            *found = here;
            return result;
        }
        if (here && !*found) {
            *found = true;
            refused = result;
        }
        at += length;
        if (*at == '\0')
            return refused;
    }
}

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
