/* The environment of the process itself (environ(7)). 0 or -errno; -EINVAL for a name that is empty or has a '='. */
#ifndef PYOS_SYS_ENVIRON_H
#define PYOS_SYS_ENVIRON_H

/* setenv(3), which copies both; unsetenv(3). */
int pyos_sys_setenv(const char *name, const char *value);
int pyos_sys_unsetenv(const char *name);

#endif
