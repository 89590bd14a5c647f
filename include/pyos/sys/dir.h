/* getdents64(2): the entries of a directory as the kernel hands them out, many in one call. */
#ifndef PYOS_SYS_DIR_H
#define PYOS_SYS_DIR_H

#include <stddef.h>
#include <stdint.h>

/* struct linux_dirent64 (include/linux/dirent.h); the next one starts length bytes further. */
struct pyos_dirent {
    uint64_t inode;
    int64_t offset;
    uint16_t length;
    uint8_t type; /* DT_* of dirent.h */
    char name[];
};

/* lseek(2) to the first entry. 0 or -errno. */
int pyos_sys_rewinddir(int fd);

/* Fills buffer with whole entries: how many bytes, 0 at the end, or -errno. */
long pyos_sys_getdents(int fd, void *buffer, size_t capacity);

#endif
