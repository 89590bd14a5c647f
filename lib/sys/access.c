#include "pyos/sys/access.h"

#include "pyos/base/memory.h"
#include "pyos/sys/proc_path.h"
#include "pyos/sys/resolve.h"
#include "pyos/sys/root.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FACCESSAT2 = 439 }; /* on every machine, and newer than some libcs */

static int check(long result)
{
    return result == 0 ? 0 : -errno;
}

static bool is_in_group(gid_t group)
{
    int count = getgroups(0, NULL);
    gid_t *groups = count > 0 ? pyos_memory_get((size_t)count, sizeof *groups) : NULL;
    bool found = false;

    count = groups ? getgroups(count, groups) : 0;
    for (int i = 0; i < count && !found; i++)
        found = groups[i] == group;
    pyos_memory_release(groups);
    return found;
}

/* What the permissions of a file allow a user: 0 or -EACCES. */
static int check_permissions(const struct stat *stat, int mode, uid_t uid, gid_t gid)
{
    int shift = 0;

    if (uid == 0)
        return mode & X_OK && !S_ISDIR(stat->st_mode) && !(stat->st_mode & 0111) ? -EACCES : 0;
    if (stat->st_uid == uid)
        shift = 6;
    else if (stat->st_gid == gid || is_in_group(stat->st_gid))
        shift = 3;
    return (unsigned)mode & ~(stat->st_mode >> shift) ? -EACCES : 0; /* 0 to 7 */
}

static int look(int dir_fd, const char *path, int mode, int flags)
{
    const bool effective_ids = flags & AT_EACCESS;
    struct stat stat;

    if (mode & ~(R_OK | W_OK | X_OK))
        return -EINVAL;
    if (fstatat(dir_fd, path, &stat, flags & ~AT_EACCESS) != 0)
        return -errno;
    return check_permissions(&stat, mode, effective_ids ? geteuid() : getuid(), effective_ids ? getegid() : getgid());
}

static bool has_other_ids(void)
{
    return getuid() != geteuid() || getgid() != getegid();
}

/* The older call goes by the real ids, and follows links: where that is what is asked for, the kernel knows best. */
static int ask_older(const struct pyos_sys_spot *spot, int mode, int flags)
{
    const struct pyos_sys_proc_path path = pyos_sys_proc_path(spot->root ? spot->fd : 0);
    bool by_real_ids = !(flags & AT_EACCESS) || !has_other_ids();

    if (by_real_ids && spot->root && spot->root->has_proc)
        return check(syscall(SYS_faccessat, AT_FDCWD, path.text, mode));
    if (by_real_ids && !(flags & ~AT_EACCESS))
        return check(syscall(SYS_faccessat, spot->fd, spot->name, mode));
    return look(spot->fd, spot->name, mode, flags);
}

/* Whether the kernel lacks the call. -EPERM is of a file that none may write, or of all: a filter of old containers. */
static bool is_missing(const struct pyos_sys_spot *spot, int result, int flags)
{
    if (result == -EPERM)
        result = check(syscall(FACCESSAT2, spot->fd, spot->name, F_OK, flags));
    return result == -ENOSYS || result == -EPERM;
}

static int ask(const struct pyos_sys_spot *spot, int mode, int flags)
{
    int result;

    if (flags == 0)
        return check(syscall(SYS_faccessat, spot->fd, spot->name, mode));
    result = check(syscall(FACCESSAT2, spot->fd, spot->name, mode, flags));
    return is_missing(spot, result, flags) ? ask_older(spot, mode, flags) : result;
}

int pyos_sys_access(struct pyos_place place, const char *path, int mode, bool effective_ids, bool follow)
{
    struct pyos_sys_spot spot;
    int result = pyos_sys_resolve(place, path, pyos_sys_look_for(follow), &spot);

    if (result < 0)
        return result;
    return pyos_sys_leave(&spot, ask(&spot, mode, spot.flags | (effective_ids ? AT_EACCESS : 0)));
}
