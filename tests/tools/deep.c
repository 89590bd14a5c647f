/*
 * deep DIR DEPTH WIDTH NAME: makes DIR and in it a tree of DEPTH levels, deeper than any path can
 * say. Each level has a file, and WIDTH directories NAME-LEVEL-0, NAME-LEVEL-1, ... with a file in
 * each; the one in the middle leads to the next level, so that something is left for the way back.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void die(const char *what)
{
    fprintf(stderr, "deep: %s: %s\n", what, strerror(errno));
    exit(125);
}

static int open_new(int at, const char *name)
{
    int fd = mkdirat(at, name, 0777) == 0 ? openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

    if (fd < 0)
        die(name);
    return fd;
}

static void add_file(int at)
{
    int fd = openat(at, "file", O_WRONLY | O_CREAT | O_CLOEXEC, 0666);

    if (fd < 0)
        die("file");
    close(fd);
}

/* A level's directories; the descriptor of the middle one. */
static int add_level(int at, long level, long width, const char *name)
{
    int next = -1;

    for (long i = 0; i < width; i++) {
        char full[256];
        int fd;

        snprintf(full, sizeof full, "%s-%ld-%ld", name, level, i);
        fd = open_new(at, full);
        add_file(fd);
        if (i == width / 2)
            next = fd;
        else
            close(fd);
    }
    return next;
}

int main(int argc, char **argv)
{
    long depth;
    long width;
    int at;

    if (argc != 5) {
        fprintf(stderr, "usage: deep DIR DEPTH WIDTH NAME\n");
        return 125;
    }
    depth = strtol(argv[2], NULL, 10);
    width = strtol(argv[3], NULL, 10);
    at = open_new(AT_FDCWD, argv[1]);
    add_file(at);
    for (long i = 0; i < depth && width > 0; i++) {
        int next = add_level(at, i, width, argv[4]);

        close(at);
        at = next;
    }
    return 0;
}
