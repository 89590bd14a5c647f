/*
 * Open files by name, proc_pid_fd(5): for calls that take neither a descriptor nor one that was opened with O_PATH.
 * The last step leads to the file itself, a symbolic link too, and is not followed further.
 */
#ifndef PYOS_SYS_PROC_PATH_H
#define PYOS_SYS_PROC_PATH_H

#include <stdbool.h>

enum { PYOS_SYS_PROC = 0x9FA0 }; /* PROC_SUPER_MAGIC of linux/magic.h: what statfs(2) calls /proc */

struct pyos_sys_proc_path {
    char text[sizeof "/proc/self/fd/" + 11]; /* and a descriptor */
};

/* The name of an open file; fd >= 0. */
struct pyos_sys_proc_path pyos_sys_proc_path(int fd);

/* Whether /proc is there, and the kernel's own. */
bool pyos_sys_has_proc(void);

#endif
