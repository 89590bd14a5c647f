#include "pyos/os/links.h"

#include "pyos/sys/entry.h"
#include "pyos/sys/statx.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>

#define SELF "/proc/self/exe"

static bool is_self(const char *path)
{
    struct pyos_statx there, self;

    return pyos_sys_stat(pyos_place_native(AT_FDCWD), path, 1, &there) == 0 &&
           pyos_sys_stat(pyos_place_native(AT_FDCWD), SELF, 1, &self) == 0 &&
           there.ino == self.ino && there.dev_major == self.dev_major && there.dev_minor == self.dev_minor;
}

int pyos_os_link_self(struct pyos_str path, bool symbolic, struct pyos_error *error)
{
    char target[PATH_MAX];
    size_t size;
    int result = pyos_sys_readlink(pyos_place_native(AT_FDCWD), SELF, target, sizeof target - 1, &size);

    if (result != 0)
        return pyos_error_path(error, -result, pyos_str(SELF));
    target[size] = '\0';
    if (!is_self(target)) /* removed or replaced since it was started: no link can lead to it */
        return pyos_error_path(error, ENOENT, pyos_str(SELF));
    result = symbolic ? pyos_sys_symlink(target, pyos_place_native(AT_FDCWD), path.data)
                      : pyos_sys_link(pyos_place_native(AT_FDCWD), SELF, pyos_place_native(AT_FDCWD), path.data, true);
    if (result == 0 || (result == -EEXIST && is_self(path.data)))
        return 0;
    return pyos_error_path(error, -result, path);
}
