#include "pyos/sys/mapping.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>

int pyos_sys_read_mapped(int fd, int64_t offset, void *to, size_t size)
{
    const void *from = mmap(NULL, size, PROT_READ, MAP_SHARED, fd, offset);

    if (from == MAP_FAILED)
        return -errno;
    memcpy(to, from, size);
    munmap((void *)from, size); /* ends the mapping, and changes nothing of it */
    return 0;
}
