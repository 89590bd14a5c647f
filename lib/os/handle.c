#include "pyos/os/handle.h"

#include "pyos/sys/descriptor.h"
#include "pyos/sys/file.h"
#include "pyos/sys/rlimit.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>

int pyos_handle_copy(struct pyos_handles *handles, int fd, int least)
{
    bool fits = least >= 0 && (uint64_t)least < pyos_sys_descriptor_limit(); /* not negative */
    int copy = pyos_sys_dup(fd);

    if (copy < 0 || (fits && pyos_handles_add(handles, copy, least) >= 0))
        return copy;
    pyos_sys_close(copy);
    return fits ? -ENOMEM : -EINVAL;
}
