/*
 * sys/lookup beside the kernel: of paths that stay below the root anyway, both say the same. Of directories that are
 * closed, of links of others, and of those of /proc, which alone are not followed. Works in the current directory,
 * which must be empty.
 */
#include "test.h"

#include "pyos/sys/lookup.h"
#include "pyos/sys/resolve.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static void must(int result)
{
    if (result < 0) {
        perror("lookup_kernel");
        exit(1);
    }
}

/* Whether a path, or "" for an open file, is the same file; opened with O_PATH, a link is one itself. */
static bool is_same(int fd, int dir_fd, const char *path)
{
    struct stat a;
    struct stat b;

    return fstat(fd, &a) == 0 && fstatat(dir_fd, path, &b, AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH) == 0 &&
           a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* A path that stays below the root anyway is looked up as the kernel itself does it. */
static void compare(struct test *test, const struct pyos_root *root, const char *path, int flags)
{
    int native = openat(root->fd, path, flags | O_CLOEXEC);
    int errnum = errno;
    int fd = pyos_sys_lookup(root, root->fd, path, flags, 0);
    bool same = native < 0 ? fd == -errnum : fd >= 0 && is_same(fd, native, "");

    if (!same)
        fprintf(stderr, "%d of flags %#o, and of the kernel %d\n", fd, (unsigned)flags, native < 0 ? -errnum : native);
    expect_of(test, same, "a path is looked up as the kernel does", path);
    if (native >= 0)
        close(native);
    if (fd >= 0)
        close(fd);
}

/* Directories that not all may search, where the privileges are not root's. */
static void look_up_closed(struct test *test, const struct pyos_root *root)
{
    static const char *const paths[] = {"closed",    "closed/",  "closed//",  "closed/.",
                                        "closed/..", "closed/f", "to_closed/"};
    static const mode_t modes[] = {0, 0100, 0400, 0500};

    must(mkdir("root/closed", 0777));
    must(symlink("closed", "root/to_closed"));
    for (size_t m = 0; m < sizeof modes / sizeof *modes; m++) {
        must(chmod("root/closed", modes[m]));
        for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
            compare(test, root, paths[i], O_RDONLY);
            compare(test, root, paths[i], O_PATH);
            compare(test, root, paths[i], O_PATH | O_NOFOLLOW);
        }
    }
}

/* The kernel protects links at the end of a path, and none on the way to a name. */
static void look_up_protected_way(struct test *test, struct pyos_root root)
{
    for (int ways = root.by_kernel; ways >= 0; ways--) {
        struct pyos_sys_spot spot;
        int result;

        root.by_kernel = ways > 0;
        result = pyos_sys_resolve(pyos_place_here(&root), "shared/d/new", PYOS_SYS_LOOK_NAME, &spot);
        expect(test, result == 0 && is_same(spot.fd, root.fd, "a") && strcmp(spot.name, "new") == 0,
               "a name behind a stranger's link is found");
        if (result == 0)
            pyos_sys_leave(&spot, 0);
    }
}

/* Links that others have put in a directory for all, where root can make such. */
static void look_up_protected(struct test *test, const struct pyos_root *root)
{
    static const char *const paths[] = {"shared/f", "shared/d", "shared/d/", "shared/d/f", "shared/d/.", "by_link"};
    enum { STRANGER = 65534 };

    must(mkdir("root/shared", 0777));
    must(chmod("root/shared", 01777));
    must(symlink("../a/f", "root/shared/f"));
    must(symlink("../a", "root/shared/d"));
    must(symlink("shared/f", "root/by_link"));
    for (int strange = 0; strange < 2; strange++) {
        for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
            compare(test, root, paths[i], O_RDONLY);
            compare(test, root, paths[i], O_PATH);
            compare(test, root, paths[i], O_PATH | O_NOFOLLOW);
        }
        if (lchown("root/shared/f", STRANGER, STRANGER) != 0 || lchown("root/shared/d", STRANGER, STRANGER) != 0)
            return;
    }
    look_up_protected_way(test, *root);
}

/* A file whose link in /proc is a text of 64 bytes, as many as the kernel says that all of them have. */
static int open_with_text_of_64_bytes(void)
{
    char name[64 - sizeof "/memfd: (deleted)" + 2]; /* both NULs */
    int fd;

    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    fd = memfd_create(name, MFD_CLOEXEC);
    must(fd);
    return fd;
}

/* The links of /proc: those that are texts, and those that the kernel follows by itself. */
static void look_up_proc(struct test *test)
{
    static const char *const magic[] = {"root", "root/", "root/proc", "cwd", "cwd/root/f", "exe", "ns/mnt", "fd/0"};
    const struct pyos_watch nobody = {0};
    struct pyos_root root;
    char path[PATH_MAX];
    int fd = open_with_text_of_64_bytes();

    must(pyos_sys_root_open(&root, "/", &nobody));
    for (size_t i = 0; root.has_proc && i <= sizeof magic / sizeof *magic; i++) {
        if (i < sizeof magic / sizeof *magic)
            snprintf(path, sizeof path, "/proc/self/%s", magic[i]);
        else
            snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        expect_of(test, pyos_sys_lookup(&root, root.fd, path, O_PATH, 0) == -ELOOP, "a magic link is not followed",
                  path);
    }
    close(fd);
    compare(test, &root, "/proc/self/../mounts", O_RDONLY);
    compare(test, &root, "/proc/self/fd/..", O_PATH);
    compare(test, &root, "/proc/thread-self/..", O_PATH);
    compare(test, &root, "/proc/self/exe", O_PATH | O_NOFOLLOW);
    close(root.fd);
}

int main(void)
{
    const struct pyos_watch nobody = {0};
    struct test test = {0};
    struct pyos_root root;

    must(mkdir("root", 0777));
    must(mkdir("root/a", 0777));
    must(mknod("root/a/f", S_IFREG | 0666, 0));
    must(pyos_sys_root_open(&root, "root", &nobody));
    look_up_closed(&test, &root);
    look_up_protected(&test, &root);
    look_up_proc(&test);
    return test.failures > 0;
}
