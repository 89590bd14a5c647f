/*
 * sys/lookup, while a directory and a link to another one change places: before any call that the lookup makes, and
 * back before any later one.
 */
#include "test.h"

#include "pyos/sys/lookup.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { STEPS = 16, EXCHANGE = 2 }; /* RENAME_EXCHANGE of include/uapi/linux/fs.h */

static void must(int result)
{
    if (result < 0) {
        perror("lookup_race");
        exit(1);
    }
}

/* The names are the linker's: see wrap in the Makefile. */
int __real_openat(int dir_fd, const char *path, int flags, ...);
int __wrap_openat(int dir_fd, const char *path, int flags, ...);

/* Before which of the next calls of openat they do; then at none. */
static int exchanges[2] = {-1, -1};
static int calls;

static int exchange(void)
{
    return (int)syscall(SYS_renameat2, AT_FDCWD, "root/race/x", AT_FDCWD, "root/race/y", EXCHANGE); /* 0 or -1 */
}

int __wrap_openat(int dir_fd, const char *path, int flags, ...)
{
    mode_t mode = 0;
    va_list rest;

    va_start(rest, flags);
    if (flags & O_CREAT)
        mode = va_arg(rest, mode_t);
    va_end(rest);
    if (calls == exchanges[0] || calls == exchanges[1])
        must(exchange());
    calls++;
    return __real_openat(dir_fd, path, flags, mode);
}

struct race {
    const char *path;
    int flags;
    bool of_file; /* that both directories have */
};

/* Two directories, one of them now here and now there, and their files. */
struct places {
    struct stat directories[2], files[2];
};

/* Makes race/x a directory and race/y a link to a, which hold the same names. */
static void make_race(const struct pyos_root *root, struct places *places)
{
    static const char *const directories[] = {"root/a", "root/a/b", "root/race", "root/race/x", "root/race/x/b"};

    for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
        must(mkdir(directories[i], 0777));
    must(mknod("root/a/f", S_IFREG | 0666, 0));
    must(mknod("root/race/x/f", S_IFREG | 0666, 0));
    must(symlink("/a", "root/race/y"));
    must(fstatat(root->fd, "race/x", &places->directories[0], 0));
    must(fstatat(root->fd, "a", &places->directories[1], 0));
    must(fstatat(root->fd, "race/x/f", &places->files[0], 0));
    must(fstatat(root->fd, "a/f", &places->files[1], 0));
}

static bool is_either(int fd, const struct stat either[2])
{
    struct stat stat;

    return fstat(fd, &stat) == 0 && (stat.st_ino == either[0].st_ino || stat.st_ino == either[1].st_ino);
}

/* Looks a path up, while they change places before the first-th call, and back before the second-th. */
static void look_up_moving(struct test *test, const struct pyos_root *root, const struct race *race,
                           const struct places *places, int first, int second)
{
    struct stat stat;
    int fd;

    exchanges[0] = first;
    exchanges[1] = second;
    calls = 0;
    fd = pyos_sys_lookup(root, root->fd, race->path, race->flags, 0);
    exchanges[0] = exchanges[1] = -1;
    if (fd < 0)
        fprintf(stderr, "%d of flags %#o, before %d and %d\n", fd, (unsigned)race->flags, first, second);
    expect_of(test, fd >= 0, "what is there at any time is found", race->path);
    expect_of(test, fd < 0 || is_either(fd, race->of_file ? places->files : places->directories),
              "it is one of both, and never the link", race->path);
    if (fd >= 0)
        close(fd);
    must(fstatat(root->fd, "race/x", &stat, AT_SYMLINK_NOFOLLOW));
    if (S_ISLNK(stat.st_mode))
        must(exchange());
}

static void race_all(struct test *test, const struct pyos_root *root)
{
    static const struct race races[] = {
        {"race/x/f", O_RDONLY, true},
        {"race/x/f", O_PATH, true},
        {"race/x/f", O_RDWR | O_CREAT, true},
        {"race/x/b/../f", O_RDONLY, true},
        {"race/x", O_PATH, false},
        {"race/x", O_PATH | O_DIRECTORY, false},
        {"race/x", O_RDONLY, false},
        {"race/x", O_RDONLY | O_DIRECTORY, false},
        {"race/x/", O_PATH, false},
        {"race/x/", O_RDONLY, false},
        {"race/x/.", O_PATH, false},
    };
    struct places places;

    make_race(root, &places);
    if (exchange() != 0) /* not on every file system */
        return;
    must(exchange());
    for (size_t i = 0; i < sizeof races / sizeof *races; i++)
        for (int first = 0; first < STEPS; first++)
            for (int second = first; second < STEPS; second++)
                look_up_moving(test, root, &races[i], &places, first, second);
}

int main(void)
{
    const struct pyos_watch nobody = {0};
    struct test test = {0};
    struct pyos_root root;

    must(mkdir("root", 0777));
    must(pyos_sys_root_open(&root, "root", &nobody));
    race_all(&test, &root);
    return test.failures > 0;
}
