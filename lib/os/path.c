#include "pyos/os/path.h"

#include "pyos/os/accounts.h"
#include "pyos/os/cwd.h"
#include "pyos/os/realpath.h"
#include "pyos/os/stat.h"
#include "pyos/py/expand.h"
#include "pyos/py/posixpath.h"
#include "pyos/sys/path.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static struct pyos_str text_of(const struct pyos_buf *buf)
{
    return (struct pyos_str){buf->data, buf->size};
}

/* ---- questions about files */

bool pyos_path_is(struct pyos_root *root, struct pyos_str path, bool follow_symlinks, uint32_t type)
{
    struct pyos_stat stat;
    struct pyos_error error;

    return pyos_os_stat(pyos_place_here(root), path, follow_symlinks, &stat, &error) == 0 &&
           (type == 0 || (stat.mode & S_IFMT) == type);
}

bool pyos_path_fd_is(int fd, uint32_t type)
{
    struct pyos_stat stat;
    struct pyos_error error;

    return pyos_os_stat_fd(fd, &stat, &error) == 0 && (type == 0 || (stat.mode & S_IFMT) == type);
}

/* os.lstat of path/.., or where that fails, of what realpath makes of it; *found is false where both fail. */
static int stat_parent(struct pyos_root *root, struct pyos_str path, struct pyos_stat *stat, bool *found,
                       struct pyos_error *error)
{
    struct pyos_buf parent = {0};
    struct pyos_buf real = {0};
    int result = 0;

    pyos_posixpath_join(&parent, path);
    pyos_posixpath_join(&parent, pyos_str(".."));
    pyos_buf_char(&parent, '\0');
    if (parent.failed) {
        result = pyos_error_memory(error);
    } else if (pyos_os_stat(pyos_place_here(root), text_of(&parent), false, stat, error) == 0) {
        *found = true;
    } else {
        parent.size--; /* the NUL */
        result = pyos_os_realpath(root, text_of(&parent), PYOS_REALPATH_ANYTHING, &real, error);
        pyos_buf_char(&real, '\0');
        if (result == 0 && real.failed)
            result = pyos_error_memory(error);
        *found = result == 0 && pyos_os_stat(pyos_place_here(root), text_of(&real), false, stat, error) == 0;
    }
    pyos_buf_free(&parent);
    pyos_buf_free(&real);
    return result;
}

int pyos_path_ismount(struct pyos_root *root, struct pyos_str path, bool *truth, struct pyos_error *error)
{
    struct pyos_stat stat;
    struct pyos_stat parent;
    bool found = false;

    *truth = false;
    if (pyos_os_stat(pyos_place_here(root), path, false, &stat, error) != 0 || S_ISLNK(stat.mode))
        return 0;
    if (stat_parent(root, path, &parent, &found, error) != 0)
        return -1;
    *truth = found && (stat.dev != parent.dev || stat.ino == parent.ino);
    return 0;
}

static bool is_same(const struct pyos_stat *a, const struct pyos_stat *b)
{
    return a->ino == b->ino && a->dev == b->dev;
}

int pyos_path_samefile(struct pyos_root *root, struct pyos_str a, struct pyos_str b, bool *truth,
                       struct pyos_error *error)
{
    struct pyos_stat of_a;
    struct pyos_stat of_b;

    if (pyos_os_stat(pyos_place_here(root), a, true, &of_a, error) != 0 ||
        pyos_os_stat(pyos_place_here(root), b, true, &of_b, error) != 0)
        return -1;
    *truth = is_same(&of_a, &of_b);
    return 0;
}

int pyos_path_sameopenfile(int a, int b, bool *truth, struct pyos_error *error)
{
    struct pyos_stat of_a;
    struct pyos_stat of_b;

    if (pyos_os_fstat(a, &of_a, error) != 0 || pyos_os_fstat(b, &of_b, error) != 0)
        return -1;
    *truth = is_same(&of_a, &of_b);
    return 0;
}

/* ---- paths from here */

int pyos_path_abspath(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out, struct pyos_error *error)
{
    struct pyos_buf joined = {0};
    int result = 0;

    if (!pyos_posixpath_isabs(path))
        result = pyos_os_getcwd(root, &joined, error);
    if (result == 0) {
        pyos_posixpath_join(&joined, path);
        pyos_posixpath_normpath(out, text_of(&joined));
        if (joined.failed || out->failed)
            result = pyos_error_memory(error);
    }
    pyos_buf_free(&joined);
    return result;
}

int pyos_path_relpath(struct pyos_root *root, struct pyos_str path, struct pyos_str start, struct pyos_buf *out,
                      struct pyos_error *error)
{
    struct pyos_buf to = {0};
    struct pyos_buf from = {0};
    int result;

    if (path.size == 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "no path specified");
    result = pyos_path_abspath(root, start, &from, error);
    if (result == 0)
        result = pyos_path_abspath(root, path, &to, error);
    if (result == 0)
        pyos_posixpath_relpath(out, text_of(&to), text_of(&from));
    pyos_buf_free(&to);
    pyos_buf_free(&from);
    return result;
}

/* ---- homes and the environment */

static int find_home(struct pyos_accounts *accounts, struct pyos_str user, struct pyos_str *home,
                     struct pyos_error *error)
{
    if (user.size > 0)
        return pyos_accounts_home_of(accounts, user, home, error);
    *home = pyos_expand_variable(environ, pyos_str("HOME"));
    return home->data ? 0 : pyos_accounts_home(accounts, pyos_sys_getuid(), home, error);
}

int pyos_path_expanduser(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out, struct pyos_error *error)
{
    struct pyos_accounts accounts = {.root = root};
    struct pyos_str home = {0};
    struct pyos_str user;
    int result = 0;

    if (pyos_expand_tilde(path, &user) && find_home(&accounts, user, &home, error) != 0)
        result = error->errnum == ENOMEM ? -1 : 0; /* a file that cannot be read knows no one */
    pyos_expand_user(out, path, home);
    pyos_accounts_free(&accounts);
    return result;
}

int pyos_path_expandvars(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out, struct pyos_error *error)
{
    (void)root;
    (void)error;
    pyos_expand_vars(out, path, environ);
    return 0;
}

/* ---- what Python has no function for */

int pyos_path_resolve(struct pyos_root *root, struct pyos_str path, struct pyos_buf *out, struct pyos_error *error)
{
    if (path.size == 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "no path specified");
    return pyos_os_realpath(root, path, PYOS_REALPATH_MISSING, out, error);
}
