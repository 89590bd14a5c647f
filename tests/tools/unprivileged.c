/*
 * unprivileged COMMAND ARG...: runs it without root's power to pass over permissions, as nobody
 * where the caller is root. For the tests of PermissionError.
 */
#include <errno.h>
#include <grp.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { NOBODY = 65534 };

int main(int argc, char **argv)
{
    if (argc < 2)
        return 125;
    if (geteuid() == 0 && (setgroups(0, NULL) != 0 || setgid(NOBODY) != 0 || setuid(NOBODY) != 0)) {
        fprintf(stderr, "unprivileged: %s\n", strerror(errno));
        return 125;
    }
    execvp(argv[1], argv + 1);
    fprintf(stderr, "unprivileged: %s: %s\n", argv[1], strerror(errno));
    return 125;
}
