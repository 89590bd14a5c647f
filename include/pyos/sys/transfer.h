/*
 * Bytes between memory and open files, and from one open file to another. Every call returns how many bytes it moved,
 * or -errno; it begins again when a signal came first.
 */
#ifndef PYOS_SYS_TRANSFER_H
#define PYOS_SYS_TRANSFER_H

#include <stddef.h>
#include <stdint.h>
#include <sys/uio.h>

/* lseek(2): where the file is now. */
int64_t pyos_sys_lseek(int fd, int64_t position, int whence);

/* pread(2), pwrite(2) */
int64_t pyos_sys_pread(int fd, void *data, size_t size, int64_t offset);
int64_t pyos_sys_pwrite(int fd, const void *data, size_t size, int64_t offset);

/* readv(2), writev(2); preadv2(2), pwritev2(2): an offset of -1 is where the file is. */
int64_t pyos_sys_readv(int fd, const struct iovec *vector, int count);
int64_t pyos_sys_writev(int fd, const struct iovec *vector, int count);
int64_t pyos_sys_preadv(int fd, const struct iovec *vector, int count, int64_t offset, int flags);
int64_t pyos_sys_pwritev(int fd, const struct iovec *vector, int count, int64_t offset, int flags);

/* sendfile(2), splice(2), copy_file_range(2): an offset is moved on; NULL is where the file is, which is moved on. */
int64_t pyos_sys_sendfile(int to, int from, int64_t *offset, size_t count);
int64_t pyos_sys_splice(int from, int64_t *from_offset, int to, int64_t *to_offset, size_t count, unsigned flags);
int64_t pyos_sys_copy_file_range(int from, int64_t *from_offset, int to, int64_t *to_offset, size_t count);

#endif
