/* Any system call of this architecture, by its number (syscall(2), syscalls(2)). */
#ifndef PYOS_SYS_CALL_H
#define PYOS_SYS_CALL_H

#include <stddef.h>

struct pyos_sys_call_name {
    const char *name; /* as the kernel's headers have it: "getpid" */
    long number;
};

/* All of them, in the order of their names; made at build time from the headers of the compiler. */
extern const struct pyos_sys_call_name pyos_sys_call_names[];
extern const size_t pyos_sys_call_count;

enum { PYOS_SYS_CALL_ARGUMENTS = 6 };

/* What the call returns in *result; or -errno. */
int pyos_sys_call(long number, const long arguments[PYOS_SYS_CALL_ARGUMENTS], long *result);

#endif
