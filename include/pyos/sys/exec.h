/* execve(2) of a command that is searched for as execvp(3) does, but never run by a shell. */
#ifndef PYOS_SYS_EXEC_H
#define PYOS_SYS_EXEC_H

#include <stdbool.h>

/*
 * For functions whose frames are never left, because they are on the stack when exec replaces it or
 * the child ends: AddressSanitizer would mark their borrowed memory, and never take the marks away.
 */
#define PYOS_NEVER_LEFT __attribute__((no_sanitize_address))

/*
 * Becomes the first of the paths, of which there is one at least and a NULL behind the last, that may
 * be executed: past those that are not there, and those that may not be executed or looked at, of
 * which -EACCES tells where there is no other. Returns only on failure: -errno. *found: there is such
 * a file, or what may be one; with -ENOENT, the interpreter that it names is missing. Runs in a
 * child that shares its parent's memory, too: see sys/child.h.
 */
int pyos_sys_exec_first(const char *const *paths, const char *const argv[], char *const environment[], bool *found);

/* execve(2) of one file, and of an open one. Return only on failure: -errno. */
int pyos_sys_execve(const char *path, const char *const argv[], char *const environment[]);
int pyos_sys_fexecve(int fd, const char *const argv[], char *const environment[]);

/* The program that this process becomes has the descriptor too. 0 or -errno. */
int pyos_sys_exec_inherits(int fd);

#endif
