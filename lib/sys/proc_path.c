#include "pyos/sys/proc_path.h"

#include <string.h>
#include <sys/vfs.h>

static const char descriptors[] = "/proc/self/fd/";

struct pyos_sys_proc_path pyos_sys_proc_path(int fd)
{
    struct pyos_sys_proc_path path;
    char *end = path.text + sizeof path.text - 1;
    char *begin = end;

    *end = '\0';
    do
        *--begin = (char)('0' + fd % 10); /* a digit */
    while ((fd /= 10) > 0);
    memcpy(path.text, descriptors, sizeof descriptors - 1);
    memmove(path.text + sizeof descriptors - 1, begin, (size_t)(end - begin) + 1); /* begin < end */
    return path;
}

bool pyos_sys_has_proc(void)
{
    struct statfs filesystem;

    return statfs(descriptors, &filesystem) == 0 && filesystem.f_type == PYOS_SYS_PROC;
}
