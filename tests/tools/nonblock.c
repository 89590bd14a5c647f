/* nonblock FD: makes the open file behind a descriptor one that does not block. For the tests of short writes. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    int fd = argc == 2 ? atoi(argv[1]) : -1;
    int flags = fcntl(fd, F_GETFL);

    if (flags < 0 || fcntl(fd, F_SETFL, flags | O_NONBLOCK) != 0) {
        fprintf(stderr, "nonblock: %s\n", strerror(errno));
        return 125;
    }
    return 0;
}
