/* The environment of the process: what its children and what it becomes inherit. 0 or -errno. */
#ifndef PYOS_SYS_ENVIRONMENT_H
#define PYOS_SYS_ENVIRONMENT_H

/* setenv(3), unsetenv(3). -EINVAL for a name that is empty or has a '=' in it. */
int pyos_sys_setenv(const char *name, const char *value);
int pyos_sys_unsetenv(const char *name);

#endif
