/*
 * swap COUNT A B [A B]...: exchanges A and B, and each other pair in turn, COUNT times in all. For the tests of what
 * looks names up meanwhile: it goes on at once, or after as long as some look-ups take, or many.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { EXCHANGE = 1 << 1 }; /* RENAME_EXCHANGE, include/uapi/linux/fs.h */

int main(int argc, char **argv)
{
    long count = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    int pair = 2;

    if (count <= 0 || argc < 4 || argc % 2 != 0) {
        fputs("usage: swap COUNT A B [A B]...\n", stderr);
        return 125;
    }
    for (long i = 0; i < count; i++) {
        if (syscall(SYS_renameat2, AT_FDCWD, argv[pair], AT_FDCWD, argv[pair + 1], EXCHANGE) != 0) {
            fprintf(stderr, "swap: %s and %s: %s\n", argv[pair], argv[pair + 1], strerror(errno));
            return 1;
        }
        if (i % 8 != 0)
            nanosleep(&(struct timespec){0, i % 8 * 20000}, NULL);
        pair = pair + 2 < argc ? pair + 2 : 2;
    }
    return 0;
}
