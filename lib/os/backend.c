#include "pyos/os/backend.h"

#include "pyos/sys/file.h"
#include "pyos/sys/root.h"

#include <fcntl.h>
#include <string.h>

int pyos_os_confine(const char *directory, const struct pyos_watch *watch, struct pyos_arena *arena,
                    struct pyos_root **root, struct pyos_error *error)
{
    int result;

    *root = pyos_arena_get(arena, sizeof **root);
    if (!*root)
        return pyos_error_memory(error);
    result = pyos_sys_root_open(*root, directory, watch);
    return result < 0 ? pyos_error_path(error, -result, pyos_str(directory)) : 0;
}

int pyos_os_open_stream(struct pyos_root *root, const char *path, struct pyos_in *in, struct pyos_error *error)
{
    int fd;

    if (!root || strcmp(path, "-") == 0)
        return pyos_in_open(in, path, error);
    fd = pyos_sys_open(pyos_place_here(root), path, O_RDONLY);
    if (fd < 0)
        return pyos_error_path(error, -fd, pyos_str(path));
    pyos_in_take(in, fd, path);
    return 0;
}
