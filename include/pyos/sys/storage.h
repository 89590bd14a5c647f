/*
 * What an open file keeps: written out, given room, advised, locked. 0 or -errno; each begins again when a signal came
 * first, but for the locks.
 */
#ifndef PYOS_SYS_STORAGE_H
#define PYOS_SYS_STORAGE_H

#include <fcntl.h>
#include <stdint.h>

/* fsync(2), fdatasync(2) */
int pyos_sys_fsync(int fd);
int pyos_sys_fdatasync(int fd);

/* posix_fadvise(3), posix_fallocate(3) */
int pyos_sys_fadvise(int fd, int64_t offset, int64_t length, int advice);
int pyos_sys_fallocate(int fd, int64_t offset, int64_t length);

/* lockf(3): of length bytes from where the file is; command: F_LOCK, F_TLOCK, F_ULOCK, F_TEST. */
int pyos_sys_lockf(int fd, int command, int64_t length);

/* fcntl(2), of the commands that take a lock. */
int pyos_sys_fcntl_lock(int fd, int command, struct flock *lock);

#endif
