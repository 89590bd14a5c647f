/* For `pyos info`: the file systems that a job works on. */
#ifndef PYOS_OS_INFO_MOUNTS_H
#define PYOS_OS_INFO_MOUNTS_H

#include "pyos/os/info_fact.h"

/* Of the current directory and of /tmp: where its file system is mounted, what it is, and os.statvfs of it. */
int pyos_info_mount_of_cwd(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);
int pyos_info_mount_of_tmp(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error);

#endif
