/* Files as memory: mmap(2). */
#ifndef PYOS_SYS_MAPPING_H
#define PYOS_SYS_MAPPING_H

#include <stddef.h>
#include <stdint.h>

/*
 * Copies size bytes of the file fd at offset, through a shared mapping. 0 or -errno; -EINVAL where size is 0, or the
 * offset no multiple of the size of a page. The file must have as many bytes, and keep them: else SIGBUS kills.
 */
int pyos_sys_read_mapped(int fd, int64_t offset, void *to, size_t size);

#endif
