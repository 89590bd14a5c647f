#include "pyos/sys/xattr.h"

#include <errno.h>
#include <sys/xattr.h>

static long check(long result)
{
    return result >= 0 ? result : -errno;
}

long pyos_sys_listxattr(const struct pyos_sys_file *file, char *names, size_t capacity)
{
    if (!file->path)
        return check(flistxattr(file->fd, names, capacity));
    if (file->follow_symlinks)
        return check(listxattr(file->path, names, capacity));
    return check(llistxattr(file->path, names, capacity));
}

long pyos_sys_getxattr(const struct pyos_sys_file *file, const char *name, void *value, size_t capacity)
{
    if (!file->path)
        return check(fgetxattr(file->fd, name, value, capacity));
    if (file->follow_symlinks)
        return check(getxattr(file->path, name, value, capacity));
    return check(lgetxattr(file->path, name, value, capacity));
}

int pyos_sys_setxattr(const struct pyos_sys_file *file, const char *name, const void *value, size_t size, int flags)
{
    int result;

    if (!file->path)
        result = fsetxattr(file->fd, name, value, size, flags);
    else if (file->follow_symlinks)
        result = setxattr(file->path, name, value, size, flags);
    else
        result = lsetxattr(file->path, name, value, size, flags);
    return result == 0 ? 0 : -errno;
}

int pyos_sys_removexattr(const struct pyos_sys_file *file, const char *name)
{
    int result;

    if (!file->path)
        result = fremovexattr(file->fd, name);
    else if (file->follow_symlinks)
        result = removexattr(file->path, name);
    else
        result = lremovexattr(file->path, name);
    return result == 0 ? 0 : -errno;
}
