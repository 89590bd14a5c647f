/*
 * sys/lookup: paths below a root, name by name. Where the kernel has openat2, it is asked the same, and says the same.
 * Makes its tree in the current directory, which must be empty.
 */
#include "test.h"

#include "pyos/sys/lookup.h"
#include "pyos/sys/resolve.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINKS = 40 };

static void must(int result)
{
    if (result < 0) {
        perror("lookup");
        exit(1);
    }
}

static void make_file(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

    must(fd);
    close(fd);
}

/* Outside there is a secret; in the root, directories a/b/c and d, files f, a/f and a/b/f, a pipe, and links. */
static void make_tree(void)
{
    static const char *const directories[] = {"out", "root", "root/a", "root/a/b", "root/a/b/c", "root/d"};
    static const char *const files[] = {"out/secret", "secret", "root/f", "root/a/f", "root/a/b/f"};
    static const struct {
        const char *name, *text;
    } links[] = {
        {"here", "."},          {"up", ".."},           {"top", "/"},         {"tops", "///"},   {"above", "/.."},
        {"to_a", "a"},          {"to_b", "/a/b"},       {"to_f", "f"},        {"to_slash", "f/"}, {"to_dir", "a/b/"},
        {"out", "../out"},      {"far", "/../../out"},  {"lost", "/nothing"}, {"loop", "loop"},  {"a/up", ".."},
        {"a/b/twice", "../.."}, {"a/b/away", "../../../out"}, {"new", "/d/made"},
    };
    char name[PATH_MAX];
    char text[16];

    for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
        must(mkdir(directories[i], 0777));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        make_file(files[i]);
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        snprintf(name, sizeof name, "root/%s", links[i].name);
        must(symlink(links[i].text, name));
    }
    for (int i = 0; i <= LINKS; i++) { /* chain40 leads to a by 40 links, chain41 by one more; rise40 leads up */
        snprintf(name, sizeof name, "root/chain%d", i + 1);
        snprintf(text, sizeof text, "chain%d", i);
        must(symlink(i == 0 ? "a" : text, name));
        snprintf(name, sizeof name, "root/rise%d", i + 1);
        snprintf(text, sizeof text, "rise%d", i);
        must(symlink(i == 0 ? ".." : text, name));
    }
    must(mkfifo("root/pipe", 0666));
}

/* How many descriptors are open. */
static int count_open(void)
{
    DIR *directory = opendir("/proc/self/fd");
    int count = 0;

    while (directory && readdir(directory))
        count++;
    if (directory)
        closedir(directory);
    return count;
}

/* Whether a path, or "" for an open file, is the same file; opened with O_PATH, a link is one itself. */
static bool is_same(int fd, int dir_fd, const char *path)
{
    struct stat a;
    struct stat b;

    return fstat(fd, &a) == 0 && fstatat(dir_fd, path, &b, AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH) == 0 &&
           a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

struct lookup_case {
    const char *base; /* below the root */
    const char *path;
    int flags;
    int errnum;       /* or: */
    const char *file; /* what is found, from the root on and without links */
};

static const struct lookup_case cases[] = {
    /* names, dots and slashes */
    {".", "", O_RDONLY, ENOENT, NULL},
    {".", "f", O_RDONLY, 0, "f"},
    {".", "/f", O_RDONLY, 0, "f"},
    {".", "//a///b//f", O_RDONLY, 0, "a/b/f"},
    {".", "./a/./b/.", O_RDONLY, 0, "a/b"},
    {".", "a/b/c/../../f", O_RDONLY, 0, "a/f"},
    {".", "a/nothing", O_RDONLY, ENOENT, NULL},
    {".", "a/nothing/..", O_RDONLY, ENOENT, NULL},
    {".", "f/", O_RDONLY, ENOTDIR, NULL},
    {".", "f/.", O_RDONLY, ENOTDIR, NULL},
    {".", "f/..", O_RDONLY, ENOTDIR, NULL},
    {".", "f/f", O_RDONLY, ENOTDIR, NULL},
    {".", "a/", O_RDONLY, 0, "a"},
    {".", "a//", O_PATH, 0, "a"},
    {".", "a", O_RDONLY | O_DIRECTORY, 0, "a"},
    {".", "f", O_RDONLY | O_DIRECTORY, ENOTDIR, NULL},
    {".", "f", O_PATH | O_DIRECTORY, ENOTDIR, NULL},
    {".", "pipe", O_RDONLY | O_NONBLOCK, 0, "pipe"},
    {".", "pipe", O_WRONLY | O_NONBLOCK, ENXIO, NULL},
    {".", "pipe/", O_PATH, ENOTDIR, NULL},
    {".", "a", O_WRONLY, EISDIR, NULL},
    /* the root is above itself */
    {".", "/", O_RDONLY, 0, "."},
    {".", "/", O_PATH, 0, "."},
    {".", "..", O_PATH, 0, "."},
    {".", "/../../../f", O_RDONLY, 0, "f"},
    {".", "../out/secret", O_RDONLY, ELOOP, NULL},
    {".", "../secret", O_RDONLY, ENOENT, NULL},
    {".", "a/../../secret", O_RDONLY, ENOENT, NULL},
    {".", "a/b/../../../../f", O_RDONLY, 0, "f"},
    {"a/b", "../../../secret", O_RDONLY, ENOENT, NULL},
    {"a/b", "../../../f", O_RDONLY, 0, "f"},
    {"a/b", "..", O_RDONLY, 0, "a"},
    {"a/b", "../..", O_PATH, 0, "."},
    {"a/b", "f", O_RDONLY, 0, "a/b/f"},
    {"a/b", "/f", O_RDONLY, 0, "f"},
    {"f", "f", O_RDONLY, ENOTDIR, NULL},
    {"f", ".", O_RDONLY, ENOTDIR, NULL},
    {"f", "/f", O_RDONLY, 0, "f"},
    /* links */
    {".", "to_a", O_RDONLY, 0, "a"},
    {".", "to_a/f", O_RDONLY, 0, "a/f"},
    {".", "to_b/../f", O_RDONLY, 0, "a/f"},
    {".", "to_f", O_RDONLY, 0, "f"},
    {".", "to_f/", O_RDONLY, ENOTDIR, NULL},
    {".", "to_slash", O_RDONLY, ENOTDIR, NULL},
    {".", "to_dir", O_RDONLY, 0, "a/b"},
    {".", "to_dir/f", O_RDONLY, 0, "a/b/f"},
    {".", "here/here/f", O_RDONLY, 0, "f"},
    {".", "up/up/f", O_RDONLY, 0, "f"},
    {".", "top/f", O_RDONLY, 0, "f"},
    {".", "top", O_RDONLY, 0, "."},
    {".", "tops", O_PATH, 0, "."},
    {".", "above/f", O_RDONLY, 0, "f"},
    {".", "a/up/f", O_RDONLY, 0, "f"},
    {"a/b", "twice/f", O_RDONLY, 0, "f"},
    {"a", "up/up/f", O_RDONLY, 0, "f"},
    {".", "out", O_RDONLY, ELOOP, NULL}, /* there is no other out than the link */
    {".", "far", O_RDONLY, ELOOP, NULL},
    {"a/b", "away", O_RDONLY, ELOOP, NULL},
    {".", "lost", O_RDONLY, ENOENT, NULL},
    {".", "loop", O_RDONLY, ELOOP, NULL},
    {".", "loop/f", O_RDONLY, ELOOP, NULL},
    {".", "chain40", O_RDONLY, 0, "a"},
    {".", "chain41", O_RDONLY, ELOOP, NULL},
    {".", "chain40/f", O_RDONLY, 0, "a/f"},
    {".", "rise40", O_RDONLY, 0, "."},
    {".", "rise41", O_RDONLY, ELOOP, NULL},
    {".", "rise40/f", O_RDONLY, 0, "f"},
    {".", "chain39/up/f", O_RDONLY, 0, "f"},
    {".", "chain40/up/f", O_RDONLY, ELOOP, NULL},
    /* O_NOFOLLOW */
    {".", "to_f", O_RDONLY | O_NOFOLLOW, ELOOP, NULL},
    {".", "to_f", O_PATH | O_NOFOLLOW, 0, "to_f"},
    {".", "lost", O_PATH | O_NOFOLLOW, 0, "lost"},
    {".", "to_a", O_PATH | O_NOFOLLOW | O_DIRECTORY, ENOTDIR, NULL},
    {".", "to_a/", O_RDONLY | O_NOFOLLOW, 0, "a"},
    {".", "to_a/.", O_PATH | O_NOFOLLOW, 0, "a"},
    {".", "to_a/f", O_RDONLY | O_NOFOLLOW, 0, "a/f"},
    {".", "f/", O_PATH | O_NOFOLLOW, ENOTDIR, NULL},
    /* what is created, or not */
    {".", "f", O_RDWR | O_CREAT, 0, "f"},
    {".", "f", O_RDWR | O_CREAT | O_EXCL, EEXIST, NULL},
    {".", "to_f", O_RDWR | O_CREAT | O_EXCL, EEXIST, NULL},
    {".", "lost", O_RDWR | O_CREAT | O_EXCL, EEXIST, NULL},
    {".", "lost", O_RDWR | O_CREAT | O_NOFOLLOW, ELOOP, NULL},
    {".", "loop", O_RDWR | O_CREAT, ELOOP, NULL},
    {".", "a/", O_RDWR | O_CREAT, EISDIR, NULL},
    {".", "none/", O_RDWR | O_CREAT, EISDIR, NULL},
    {".", "to_dir", O_RDWR | O_CREAT, EISDIR, NULL},
    {".", "..", O_RDWR | O_CREAT, EISDIR, NULL},
    {".", "/", O_RDWR | O_CREAT, EISDIR, NULL},
    {".", "nothing/new", O_RDWR | O_CREAT, ENOENT, NULL},
    {"a/b", "../../d/one", O_RDWR | O_CREAT, 0, "d/one"},
    {".", "new", O_RDWR | O_CREAT, 0, "d/made"},
    {".", "a/up/d/two", O_RDWR | O_CREAT | O_EXCL, 0, "d/two"},
};

static void expect_found(struct test *test, const struct pyos_root *root, const struct lookup_case *one, int fd,
                         const char *who)
{
    bool right = one->file ? fd >= 0 && is_same(fd, root->fd, one->file) : fd == -one->errnum;

    if (!right)
        fprintf(stderr, "%s: %d of flags %#o from %s\n", who, fd, (unsigned)one->flags, one->base);
    expect_of(test, right, "a path leads where it does after a chroot", one->path);
    if (fd >= 0)
        close(fd);
}

static void look_up_all(struct test *test, struct pyos_root *root)
{
    int before = count_open();

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct lookup_case *one = &cases[i];
        int base = openat(root->fd, one->base, O_PATH | O_CLOEXEC);

        must(base);
        expect_found(test, root, one, pyos_sys_lookup(root, base, one->path, one->flags, 0666), "lookup");
        if (one->flags & O_CREAT && one->file && strcmp(one->file, "f") != 0)
            must(unlinkat(root->fd, one->file, 0));
        expect_found(test, root, one,
                     pyos_sys_resolve_open((struct pyos_place){root, base}, one->path, one->flags, 0666), "resolve");
        if (one->flags & O_CREAT && one->file && strcmp(one->file, "f") != 0)
            must(unlinkat(root->fd, one->file, 0));
        close(base);
    }
    expect(test, count_open() == before, "no lookup leaves a descriptor open");
}

/* What openat(2) ignores beside O_PATH, neither way takes for more. */
static void ignore_flags(struct test *test, struct pyos_root root)
{
    for (int ways = root.by_kernel; ways >= 0; ways--) {
        const struct pyos_place place = pyos_place_here(&root);
        int fd;

        root.by_kernel = ways > 0;
        fd = pyos_sys_resolve_open(place, "to_f", O_PATH | O_CREAT | O_EXCL | O_TRUNC, 0666);
        expect(test, fd >= 0 && is_same(fd, root.fd, "f"), "with O_PATH nothing is created, so a link is followed");
        close(fd);
        fd = pyos_sys_resolve_open(place, "none/", O_PATH | O_CREAT, 0666);
        expect(test, fd == -ENOENT, "nor is it a directory that would be created");
    }
}

/* Paths as long as the kernel takes them, and names. */
static void look_up_long_ones(struct test *test, const struct pyos_root *root)
{
    char path[PATH_MAX + 1];
    int fd;

    memset(path, '/', PATH_MAX - 2);
    memcpy(path + PATH_MAX - 2, "f", 2);
    fd = pyos_sys_lookup(root, root->fd, path, O_RDONLY, 0);
    expect(test, fd >= 0 && is_same(fd, root->fd, "f"), "a path of 4095 bytes is looked up");
    close(fd);
    for (size_t i = 0; i < PATH_MAX - 1; i++)
        path[i] = "../"[i % 3];
    path[PATH_MAX - 1] = '\0';
    fd = pyos_sys_lookup(root, root->fd, path, O_PATH, 0);
    expect(test, fd >= 0 && is_same(fd, root->fd, "."), "thousands of .. end at the root");
    close(fd);
    memset(path, 'n', NAME_MAX + 1);
    path[NAME_MAX + 1] = '\0';
    fd = pyos_sys_lookup(root, root->fd, path, O_RDONLY, 0);
    expect(test, fd == -ENAMETOOLONG, "a name of 256 bytes is too long");
    path[NAME_MAX] = '\0';
    expect(test, pyos_sys_lookup(root, root->fd, path, O_RDONLY, 0) == -ENOENT, "one of 255 is not");
}

/* A base that somebody has moved out of the root still has what is below it, and nothing above. */
static void move_out(struct test *test, const struct pyos_root *root)
{
    int base = openat(root->fd, "a/b", O_PATH | O_CLOEXEC);
    int fd;

    must(base);
    must(rename("root/a/b", "out/b"));
    fd = pyos_sys_lookup(root, base, "f", O_RDONLY, 0);
    expect(test, fd >= 0 && is_same(fd, base, "f"), "what is below a directory that was moved away is there");
    close(fd);
    fd = pyos_sys_lookup(root, base, "c/../f", O_RDONLY, 0);
    expect(test, fd >= 0 && is_same(fd, base, "f"), "up and down again too");
    close(fd);
    expect(test, pyos_sys_lookup(root, base, "..", O_PATH, 0) == -ENOENT, "there is nothing above it");
    expect(test, pyos_sys_lookup(root, base, "../secret", O_RDONLY, 0) == -ENOENT, "and nothing beside it");
    expect(test, pyos_sys_lookup(root, base, "c/../../secret", O_RDONLY, 0) == -ENOENT, "by no way");
    expect(test, pyos_sys_lookup(root, base, "away/secret", O_RDONLY, 0) == -ENOENT, "nor by a link");
    must(rename("out/b", "root/a/b"));
    close(base);
}

int main(void)
{
    const struct pyos_watch nobody = {0};
    struct test test = {0};
    struct pyos_root root;

    make_tree();
    must(pyos_sys_root_open(&root, "root", &nobody));
    look_up_all(&test, &root);
    ignore_flags(&test, root);
    look_up_long_ones(&test, &root);
    move_out(&test, &root);
    return test.failures > 0;
}
