/*
 * sys/root: a directory that is taken for "/", and the current directory below it; os/cwd: the way up to it without
 * /proc. Works in the current directory, which must be empty.
 */
#include "test.h"

#include "pyos/os/cwd.h"
#include "pyos/sys/entry.h"
#include "pyos/sys/inode.h"
#include "pyos/sys/path.h"
#include "pyos/sys/root.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FCHMODAT2 = 452 };

static const struct pyos_watch nobody = {0};

static void must(int result)
{
    if (result < 0) {
        perror("root");
        exit(1);
    }
}

static struct pyos_root open_root(const char *path)
{
    struct pyos_root root;

    must(pyos_sys_root_open(&root, path, &nobody));
    return root;
}

static void close_root(struct pyos_root *root)
{
    pyos_sys_root_enter(root, root->fd);
    close(root->fd);
}

/* What getcwd says, as text: or the name of its error. With /proc, and name by name without. */
static void expect_cwd(struct test *test, struct pyos_root *root, const char *text, const char *sentence)
{
    for (int ways = 0; ways < 2; ways++) {
        bool had_proc = root->has_proc;
        struct pyos_buf path = {0};
        struct pyos_error error;

        root->has_proc = had_proc && ways == 0;
        if (pyos_os_getcwd(root, &path, &error) != 0) {
            path.size = 0;
            pyos_buf_text(&path, error.errnum == ENOENT ? "ENOENT" : "another error");
        }
        expect_text(test, &path, text, sentence);
        pyos_buf_free(&path);
        root->has_proc = had_proc;
    }
}

static bool leads_to(int fd, const char *path)
{
    struct stat a;
    struct stat b;
    bool same = fd >= 0 && fstat(fd, &a) == 0 && stat(path, &b) == 0 && a.st_ino == b.st_ino && a.st_dev == b.st_dev;

    if (fd >= 0)
        close(fd);
    return same;
}

/* Where a backend begins: at the current directory of the process, if that is inside. */
static void begin(struct test *test)
{
    struct pyos_root root;

    umask(077);
    root = open_root("root");
    expect_cwd(test, &root, "/", "from outside, the root is the current directory");
    expect(test, root.cwd == root.fd, "and the same descriptor");
    expect(test, umask(022) == 022, "the umask becomes 022");
    close_root(&root);
    must(chdir("root/a/b"));
    root = open_root("../..");
    expect_cwd(test, &root, "/a/b", "from inside, it stays where it is");
    close_root(&root);
    root = open_root(".");
    expect_cwd(test, &root, "/", "a root that is the current directory is both");
    close_root(&root);
    root = open_root("/");
    expect(test, root.cwd != root.fd, "everything is below /");
    close_root(&root);
    must(chdir("../../.."));
    expect(test, pyos_sys_root_open(&root, "none", &nobody) == -ENOENT, "a root must be there");
    expect(test, pyos_sys_root_open(&root, "root/f", &nobody) == -ENOTDIR, "it must be a directory");
}

static void go_up(struct test *test, struct pyos_root *root)
{
    int fd = open("root/a/b", O_PATH | O_CLOEXEC);

    must(fd);
    expect(test, pyos_sys_root_is(root, root->fd) == 1 && pyos_sys_root_is(root, fd) == 0, "it knows itself");
    expect(test, leads_to(pyos_sys_root_above(root, fd), "root/a"), "above a directory is the one that holds it");
    expect(test, leads_to(pyos_sys_root_above(root, root->fd), "root"), "above the root there is the root");
    must(rename("root/a/b", "b"));
    expect(test, pyos_sys_root_above(root, fd) == -ENOENT, "there is nothing above what was moved out");
    must(rename("b", "root/b"));
    expect(test, leads_to(pyos_sys_root_above(root, fd), "root"), "what was moved inside has another above it");
    must(rename("root/b", "root/a/b"));
    must(mkdir("root/gone", 0777));
    close(fd);
    fd = open("root/gone", O_PATH | O_CLOEXEC);
    must(rmdir("root/gone"));
    expect(test, leads_to(pyos_sys_root_above(root, fd), "root"), "above what was removed is what has held it");
    close(fd);
}

static void change_directory(struct test *test, struct pyos_root *root)
{
    int fd = open("root/a", O_RDONLY | O_CLOEXEC);

    must(fd);
    expect(test, pyos_sys_chdir(root, "a/b") == 0, "a directory below the root is entered");
    expect_cwd(test, root, "/a/b", "it is the current one then");
    expect(test, pyos_sys_chdir(root, "../../../..") == 0 && root->cwd == root->fd, "far above there is the root");
    expect(test, pyos_sys_fchdir(root, fd) == 0, "an open one is entered");
    expect_cwd(test, root, "/a", "by any name");
    expect(test, pyos_sys_chdir(root, "/f") == -ENOTDIR && pyos_sys_chdir(root, "none") == -ENOENT, "no other is");
    expect_cwd(test, root, "/a", "it stays after a failure");
    expect(test, pyos_sys_fchdir(root, -1) == -EBADF, "a descriptor must be one");
    close(fd);
}

/* The current directory is moved, removed, and moved out, below a directory that may not be read. */
static void lose_directory(struct test *test, struct pyos_root *root)
{
    must(mkdir("root/here", 0777));
    must(pyos_sys_chdir(root, "/here"));
    must(rename("root/here", "root/a/there"));
    expect_cwd(test, root, "/a/there", "a directory that is moved has another path");
    must(mkdir("out", 0777));
    must(rename("root/a/there", "out/away"));
    must(chmod("out", 0300));
    expect_cwd(test, root, "ENOENT", "outside it has none, and nobody looks there");
    must(chmod("out", 0700));
    must(rename("out/away", "root/back"));
    expect_cwd(test, root, "/back", "when it is back it has");
    must(rmdir("root/back"));
    expect_cwd(test, root, "ENOENT", "what was removed has none");
    must(mkdir("root/back (deleted)", 0777));
    expect_cwd(test, root, "ENOENT", "though another has the name that the kernel calls it by");
    must(pyos_sys_chdir(root, "/back (deleted)"));
    expect_cwd(test, root, "/back (deleted)", "which is a name");
}

/* The root itself gets another name, and its own another directory. */
static void move_root(struct test *test, struct pyos_root *root)
{
    must(pyos_sys_chdir(root, "/a/b"));
    must(rename("root", "roots"));
    must(mkdir("root", 0777));
    must(mkdir("root/a", 0777));
    expect_cwd(test, root, "/a/b", "the root is a directory and no name");
    must(pyos_sys_chdir(root, ".."));
    expect_cwd(test, root, "/a", "the way up ends there");
    must(pyos_sys_chdir(root, "/a/b"));
    expect_cwd(test, root, "/a/b", "and the way down begins there");
    must(rename("roots/a/b", "roots2"));
    expect_cwd(test, root, "ENOENT", "a longer name is another's");
    must(rename("roots2", "roots/a/b"));
}

/* A path that is longer than any that the kernel takes. */
static void go_deep(struct test *test, struct pyos_root *root)
{
    char name[NAME_MAX + 1];
    struct pyos_buf expected = {0};
    struct pyos_buf path = {0};
    struct pyos_error error;

    memset(name, 'n', NAME_MAX);
    name[NAME_MAX] = '\0';
    must(pyos_sys_chdir(root, "/"));
    for (int i = 0; i < 20; i++) {
        must(pyos_sys_mkdir(pyos_place_here(root), name, 0777));
        must(pyos_sys_chdir(root, name));
        pyos_buf_char(&expected, '/');
        pyos_buf_text(&expected, name);
    }
    pyos_buf_char(&expected, '\0');
    expect(test, pyos_os_getcwd(root, &path, &error) == 0, "a long path is found name by name");
    expect_text(test, &path, expected.data, "it is complete");
    pyos_buf_free(&expected);
    pyos_buf_free(&path);
}

/* Without /proc there is one way to change a mode: what the kernel says of it is the answer, where it has the call. */
static void change_mode(struct test *test, struct pyos_root root)
{
    int result = syscall(FCHMODAT2, AT_FDCWD, "roots/f", 0600, 0) == 0 ? 0 : -errno;

    if (result == -ENOSYS)
        result = -PYOS_UNCONFINED;
    root.has_proc = false;
    expect(test, pyos_sys_chmod(pyos_place_here(&root), "/f", 0640, true) == result, "chmod says what the kernel says");
}

int main(void)
{
    struct test test = {0};
    struct pyos_root root;

    must(mkdir("root", 0777));
    must(mkdir("root/a", 0777));
    must(mkdir("root/a/b", 0777));
    must(mknod("root/f", S_IFREG | 0666, 0));
    begin(&test);
    root = open_root("root");
    go_up(&test, &root);
    change_directory(&test, &root);
    lose_directory(&test, &root);
    move_root(&test, &root);
    change_mode(&test, root);
    go_deep(&test, &root);
    close_root(&root);
    return test.failures > 0;
}
