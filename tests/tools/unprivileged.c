/*
 * unprivileged COMMAND ARG...: runs it without root's power to pass over permissions. Where the
 * caller is root, it stays the owner of its files and loses its capabilities, so that a command and
 * a directory that only root may enter can still be reached. For the tests of PermissionError.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* include/uapi/linux/capability.h, securebits.h: musl-gcc does not see them. */
enum { CAPABILITY_VERSION_3 = 0x20080522, SECBIT_NOROOT = 1 };
struct capability_header {
    uint32_t version;
    int pid;
};
struct capability_data {
    uint32_t effective, permitted, inheritable;
};

/* User 0 gets no capability from exec any more, and has none. 0, or -1 and errno. */
static int drop_capabilities(void)
{
    struct capability_header header = {CAPABILITY_VERSION_3, 0};
    struct capability_data none[2] = {{0}};

    if (prctl(PR_SET_SECUREBITS, SECBIT_NOROOT, 0, 0, 0) != 0)
        return -1;
    return (int)syscall(SYS_capset, &header, none); /* 0 or -1 */
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 125;
    if (geteuid() == 0 && drop_capabilities() != 0) {
        fprintf(stderr, "unprivileged: %s\n", strerror(errno));
        return 125;
    }
    execvp(argv[1], argv + 1);
    fprintf(stderr, "unprivileged: %s: %s\n", argv[1], strerror(errno));
    return 125;
}
