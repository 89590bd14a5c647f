#include "pyos/os/conflict.h"

bool pyos_path_is_open(const struct pyos_path *path)
{
    return path->is_fd && path->fd != -1;
}

int pyos_conflict_dir_fd_without_path(const char *function, const struct pyos_path *path, struct pyos_dir_fd dir_fd,
                                      struct pyos_error *error)
{
    if (dir_fd.value == PYOS_DIR_FD_NONE || path->name.data)
        return 0;
    return pyos_error_say(error, PYOS_VALUEERROR, "%s: can't specify dir_fd without matching path", function);
}

int pyos_conflict_dir_fd_and_fd(const char *function, const struct pyos_path *path, struct pyos_dir_fd dir_fd,
                                struct pyos_error *error)
{
    if (dir_fd.value == PYOS_DIR_FD_NONE || !pyos_path_is_open(path))
        return 0;
    return pyos_error_say(error, PYOS_VALUEERROR, "%s: can't specify both dir_fd and fd", function);
}

int pyos_conflict_fd_and_follow_symlinks(const char *function, const struct pyos_path *path, bool follow_symlinks,
                                         struct pyos_error *error)
{
    if (follow_symlinks || !path->is_fd || path->fd <= 0)
        return 0;
    return pyos_error_say(error, PYOS_VALUEERROR, "%s: cannot use fd and follow_symlinks together", function);
}
