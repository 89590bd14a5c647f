/* execve(2) of a command that is searched for as execvp(3) does, but never run by a shell. */
#ifndef PYOS_SYS_EXEC_H
#define PYOS_SYS_EXEC_H

#include <stdbool.h>

/*
 * Becomes argv[0], with an environment of NAME=VALUE words and a NULL. A name with a slash is a path,
 * any other is looked for in PATH of the process itself (/bin:/usr/bin where there is none), past
 * directories where it may not be executed. Returns only on failure: -errno, of the first file of
 * that name that was found, -ENOENT where there is none. *found: there is such a file; with -ENOENT,
 * the interpreter that it names is missing. Unlike execvp(3), a directory that may not be searched is
 * as one without the file.
 */
int pyos_sys_exec(const char *const argv[], char *const environment[], bool *found);

/* execve(2) of one file, and of an open one. Return only on failure: -errno. */
int pyos_sys_execve(const char *path, const char *const argv[], char *const environment[]);
int pyos_sys_fexecve(int fd, const char *const argv[], char *const environment[]);

/* The program that this process becomes has the descriptor too. 0 or -errno. */
int pyos_sys_exec_inherits(int fd);

#endif
