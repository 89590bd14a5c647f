/*
 * jail DIR COMMAND ARG...: runs a command, linked statically, with DIR as its root and its current directory. Where
 * that is not permitted the exit code is 77, where the command cannot run in there 126. The oracle of the backend's
 * tests.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static int fail(const char *what, int code)
{
    fprintf(stderr, "jail: %s: %s\n", what, strerror(errno));
    return code;
}

int main(int argc, char **argv)
{
    int program;

    if (argc < 3) {
        fputs("usage: jail DIR COMMAND ARG...\n", stderr);
        return 125;
    }
    program = open(argv[2], O_RDONLY | O_CLOEXEC);
    if (program < 0)
        return fail(argv[2], 125);
    if (chroot(argv[1]) != 0)
        return fail(argv[1], errno == EPERM ? 77 : 125);
    if (chdir("/") != 0)
        return fail("/", 125);
    fexecve(program, argv + 2, environ);
    return fail(argv[2], 126);
}
