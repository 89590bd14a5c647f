#include "pyos/os/report_file.h"

#include "pyos/sys/file.h"
#include "pyos/sys/pipe.h"

#include <unistd.h>

int pyos_os_report_create(struct pyos_str path, int *fd, struct pyos_error *error)
{
    *fd = pyos_sys_above_standard(pyos_sys_create(pyos_place_native(AT_FDCWD), path.data));
    return *fd < 0 ? pyos_error_path(error, -*fd, path) : 0;
}

int pyos_os_report_adopt(int fd, struct pyos_error *error)
{
    int result = pyos_sys_set_cloexec(fd, fd > STDERR_FILENO);

    return result < 0 ? pyos_error_fd(error, -result, fd) : 0;
}
