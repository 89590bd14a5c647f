/* flood BYTES: writes so many zeros to standard output and as many to standard error, in turns. */
#include <stdlib.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };

static long long write_some(int fd, const char *block, long long left)
{
    ssize_t n = write(fd, block, left < BLOCK ? (size_t)left : BLOCK);

    if (n < 0)
        exit(1);
    return left - n;
}

int main(int argc, char **argv)
{
    static char block[BLOCK];
    long long out = argc > 1 ? atoll(argv[1]) : 0;
    long long err = out;

    while (out > 0 || err > 0) {
        if (out > 0)
            out = write_some(STDOUT_FILENO, block, out);
        if (err > 0)
            err = write_some(STDERR_FILENO, block, err);
    }
    return 0;
}
