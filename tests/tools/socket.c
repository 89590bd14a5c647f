/* socket PATH: leaves a socket there, for the tests of file types. The path is relative, and short. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

int main(int argc, char **argv)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (argc != 2 || strlen(argv[1]) >= sizeof address.sun_path) {
        fprintf(stderr, "usage: socket PATH, of at most %zu bytes\n", sizeof address.sun_path - 1);
        return 125;
    }
    strcpy(address.sun_path, argv[1]);
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0) {
        fprintf(stderr, "socket: %s: %s\n", argv[1], strerror(errno));
        return 125;
    }
    return 0;
}
