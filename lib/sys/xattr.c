#include "pyos/sys/xattr.h"

#include "pyos/sys/proc_path.h"
#include "pyos/sys/resolve.h"
#include "pyos/sys/root.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { SETXATTRAT = 463, GETXATTRAT = 464, LISTXATTRAT = 465, REMOVEXATTRAT = 466 }; /* newer than some libcs */

/* struct xattr_args of include/uapi/linux/xattr.h */
struct arguments {
    _Alignas(8) uint64_t value;
    uint32_t size;
    uint32_t flags;
};

/* What the calls return is at most 65536, the largest value and the longest list. */
static int check(long result)
{
    return result >= 0 ? (int)result : -errno;
}

/*
 * Without /proc, the newer calls find a file by its name in its directory, and follow no link there; what a link leads
 * to has no name that is known. A path that ends with dots or a slash is of a directory, which is its own ".".
 */
static int find_by_name(const struct pyos_sys_file *file, struct pyos_sys_spot *spot)
{
    bool named = pyos_sys_ends_with_name(file->path);
    int result = pyos_sys_resolve(file->place, file->path, named ? PYOS_SYS_LOOK_NAME : PYOS_SYS_LOOK_FILE, spot);
    struct stat stat;

    if (result < 0)
        return result;
    spot->flags = AT_SYMLINK_NOFOLLOW;
    if (!named)
        spot->name = ".";
    if (fstatat(spot->fd, spot->name, &stat, AT_SYMLINK_NOFOLLOW) != 0)
        return pyos_sys_leave(spot, -errno);
    return S_ISLNK(stat.st_mode) && file->follow_symlinks ? pyos_sys_leave(spot, -PYOS_UNCONFINED) : 0;
}

/* Whether a path is one that the older calls take: they know no place but the process's own directory. */
static bool is_plain(const struct pyos_sys_file *file)
{
    return !file->place.root && file->place.fd == AT_FDCWD;
}

/* Finds the file of any other path. */
static int find(const struct pyos_sys_file *file, struct pyos_sys_spot *spot)
{
    if (file->place.root && !file->place.root->has_proc)
        return find_by_name(file, spot);
    return pyos_sys_resolve(file->place, file->path, pyos_sys_look_for(file->follow_symlinks), spot);
}

/* Whether a spot is the file itself, which none of the calls takes as it is: it was opened with O_PATH. */
static bool is_itself(const struct pyos_sys_spot *spot)
{
    return spot->root && spot->name[0] == '\0';
}

/* What one of the newer calls has returned. */
static int check_newer(const struct pyos_sys_spot *spot, long result)
{
    return result < 0 && errno == ENOSYS && spot->root ? -PYOS_UNCONFINED : check(result);
}

bool pyos_sys_has_xattrat(void)
{
    return syscall(LISTXATTRAT, -1, "", AT_EMPTY_PATH, NULL, 0) != 0 && errno != ENOSYS && errno != EPERM;
}

static int list_of_spot(const struct pyos_sys_spot *spot, char *names, size_t capacity)
{
    const struct pyos_sys_proc_path path = pyos_sys_proc_path(spot->fd);

    if (is_itself(spot))
        return check(listxattr(path.text, names, capacity));
    return check_newer(spot, syscall(LISTXATTRAT, spot->fd, spot->name, spot->flags, names, capacity));
}

int pyos_sys_listxattr(const struct pyos_sys_file *file, char *names, size_t capacity)
{
    struct pyos_sys_spot spot;
    int result;

    if (!file->path)
        return check(flistxattr(file->place.fd, names, capacity));
    if (!is_plain(file)) {
        result = find(file, &spot);
        return result < 0 ? result : pyos_sys_leave(&spot, list_of_spot(&spot, names, capacity));
    }
    if (file->follow_symlinks)
        return check(listxattr(file->path, names, capacity));
    return check(llistxattr(file->path, names, capacity));
}

static int get_of_spot(const struct pyos_sys_spot *spot, const char *name, void *value, size_t capacity)
{
    const struct pyos_sys_proc_path path = pyos_sys_proc_path(spot->fd);
    const struct arguments arguments = {(uintptr_t)value, (uint32_t)capacity, 0}; /* the kernel's own types */
    long result;

    if (is_itself(spot))
        return check(getxattr(path.text, name, value, capacity));
    result = syscall(GETXATTRAT, spot->fd, spot->name, spot->flags, name, &arguments, sizeof arguments);
    return check_newer(spot, result);
}

int pyos_sys_getxattr(const struct pyos_sys_file *file, const char *name, void *value, size_t capacity)
{
    struct pyos_sys_spot spot;
    int result;

    if (!file->path)
        return check(fgetxattr(file->place.fd, name, value, capacity));
    if (!is_plain(file)) {
        result = find(file, &spot);
        return result < 0 ? result : pyos_sys_leave(&spot, get_of_spot(&spot, name, value, capacity));
    }
    if (file->follow_symlinks)
        return check(getxattr(file->path, name, value, capacity));
    return check(lgetxattr(file->path, name, value, capacity));
}

static int set_of_spot(const struct pyos_sys_spot *spot, const char *name, const void *value, size_t size, int flags)
{
    const struct pyos_sys_proc_path path = pyos_sys_proc_path(spot->fd);
    const struct arguments arguments = {(uintptr_t)value, (uint32_t)size, (uint32_t)flags}; /* as above */
    long result;

    if (is_itself(spot))
        return check(setxattr(path.text, name, value, size, flags));
    if (size > UINT32_MAX)
        return -E2BIG;
    result = syscall(SETXATTRAT, spot->fd, spot->name, spot->flags, name, &arguments, sizeof arguments);
    return check_newer(spot, result);
}

int pyos_sys_setxattr(const struct pyos_sys_file *file, const char *name, const void *value, size_t size, int flags)
{
    struct pyos_sys_spot spot;
    int result;

    if (!file->path)
        return check(fsetxattr(file->place.fd, name, value, size, flags));
    if (!is_plain(file)) {
        result = find(file, &spot);
        return result < 0 ? result : pyos_sys_leave(&spot, set_of_spot(&spot, name, value, size, flags));
    }
    if (file->follow_symlinks)
        return check(setxattr(file->path, name, value, size, flags));
    return check(lsetxattr(file->path, name, value, size, flags));
}

static int remove_of_spot(const struct pyos_sys_spot *spot, const char *name)
{
    const struct pyos_sys_proc_path path = pyos_sys_proc_path(spot->fd);

    if (is_itself(spot))
        return check(removexattr(path.text, name));
    return check_newer(spot, syscall(REMOVEXATTRAT, spot->fd, spot->name, spot->flags, name));
}

int pyos_sys_removexattr(const struct pyos_sys_file *file, const char *name)
{
    struct pyos_sys_spot spot;
    int result;

    if (!file->path)
        return check(fremovexattr(file->place.fd, name));
    if (!is_plain(file)) {
        result = find(file, &spot);
        return result < 0 ? result : pyos_sys_leave(&spot, remove_of_spot(&spot, name));
    }
    if (file->follow_symlinks)
        return check(removexattr(file->path, name));
    return check(lremovexattr(file->path, name));
}
