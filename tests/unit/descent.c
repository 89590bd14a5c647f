/*
 * os/descent: the way down with few descriptors, and what is found when directories were moved meanwhile. Every tree
 * here is a chain: each directory of it holds "a", where it goes on, and "b", which is visited on the way back.
 */
#include "test.h"

#include "pyos/os/descent.h"
#include "pyos/sys/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_OPEN = 200, CLIMB = 1000 }; /* of lib/os/descent.c */

static void must(int result)
{
    if (result < 0) {
        perror("descent");
        exit(1);
    }
}

/* Makes a chain of that many directories below a new top; the first ones have an empty "b". */
static void make_chain(const char *top, int depth, int with_b)
{
    int fd;

    must(mkdir(top, 0777));
    fd = open(top, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    must(fd);
    for (int i = 0; i < depth; i++) {
        int next;

        must(mkdirat(fd, "a", 0777));
        if (i < with_b)
            must(mkdirat(fd, "b", 0777));
        next = openat(fd, "a", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        must(next);
        close(fd);
        fd = next;
    }
    close(fd);
}

/* Lets the process have that many descriptors more than it has; 0: as many as it may. */
static void limit(rlim_t more)
{
    struct rlimit limits;

    must(getrlimit(RLIMIT_NOFILE, &limits));
    limits.rlim_cur = limits.rlim_max;
    if (more > 0) {
        int first_free = dup(STDERR_FILENO);

        must(first_free);
        close(first_free);
        limits.rlim_cur = (rlim_t)first_free + more; /* first_free >= 0 */
    }
    must(setrlimit(RLIMIT_NOFILE, &limits));
}

static struct pyos_descent new_descent(void)
{
    return (struct pyos_descent){.spare = -1};
}

/* Enters the directory that was opened as fd, and notes its children. */
static void enter(struct pyos_descent *descent, int fd)
{
    must(pyos_descent_enter(descent, fd, &(struct pyos_file_id){0}));
    if (faccessat(fd, "a", F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        must(pyos_descent_add(descent, "a", 1));
    if (faccessat(fd, "b", F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        must(pyos_descent_add(descent, "b", 1));
}

static void enter_top(struct pyos_descent *descent, const char *top)
{
    int fd = pyos_descent_open_top(descent, pyos_place_here(NULL), pyos_str(top), 0);

    must(fd);
    enter(descent, fd);
}

/* Leaves what is done, and opens what comes next: a descriptor, -errno, or -1000 when the walk is over. */
static int next(struct pyos_descent *descent)
{
    while (descent->count > 0) {
        const struct pyos_level *level = &descent->levels[descent->count - 1];

        if (level->cursor < level->end)
            return pyos_descent_open_next(descent);
        pyos_descent_leave(descent);
    }
    return -1000;
}

static void go_down(struct pyos_descent *descent, int depth)
{
    for (int i = 0; i < depth; i++) {
        int fd = next(descent);

        must(fd);
        enter(descent, fd);
    }
}

/* Walks a chain to its end: how many directories below the top were seen, each at the path that it has. */
static int walk_chain(struct test *test, const char *top, int depth, rlim_t descriptors)
{
    struct pyos_descent descent = new_descent();
    int seen = 0;
    int fd;
    size_t most = 0;

    limit(descriptors);
    enter_top(&descent, top);
    while ((fd = next(&descent)) >= 0) {
        size_t level = descent.count;
        size_t size = strlen(top) + 2 * level;

        seen++;
        expect(test, pyos_descent_path(&descent).size == size, "a directory has the path that leads to it");
        expect(test, strcmp(descent.path.data + size - 2, seen <= depth ? "/a" : "/b") == 0, "and comes in its turn");
        enter(&descent, fd);
        most = descent.open_count > most ? descent.open_count : most;
    }
    expect(test, fd == -1000, "and no step of the walk fails");
    expect(test, most <= MOST_OPEN, "and not too many are open at once");
    limit(0);
    pyos_descent_free(&descent);
    return seen;
}

static void few_descriptors(struct test *test)
{
    make_chain("chain", 50, 50);
    expect(test, walk_chain(test, "chain", 50, 0) == 100, "a chain is walked");
    for (rlim_t descriptors = 2; descriptors < 8; descriptors++)
        expect(test, walk_chain(test, "chain", 50, descriptors) == 100, "and so it is with few descriptors");
    make_chain("deep", MOST_OPEN + 50, MOST_OPEN + 50);
    expect(test, walk_chain(test, "deep", MOST_OPEN + 50, 0) == 2 * (MOST_OPEN + 50),
           "a deep one gives descriptors up by itself");
    make_chain("deeper", CLIMB + 50, 1);
    expect(test, walk_chain(test, "deeper", CLIMB + 50, 2) == CLIMB + 51, "the way back up may be long");
}

/* Goes down ten levels with descriptors for the last few alone. */
static struct pyos_descent go_far_down(struct test *test, const char *top)
{
    struct pyos_descent descent = new_descent();

    make_chain(top, 10, 10);
    limit(4);
    enter_top(&descent, top);
    go_down(&descent, 10);
    limit(0);
    expect(test, descent.levels[0].fd < 0 && descent.levels[1].fd < 0 && descent.levels[0].id.known,
           "the outermost directories were given up, and are known");
    return descent;
}

/* What the walk meets from there: the path of each directory under the top, or an error's; then what comes of it. */
static void show_rest(struct pyos_descent *descent, struct pyos_buf *buf, size_t top)
{
    for (int result = next(descent); result != -1000; result = next(descent)) {
        struct pyos_str path = pyos_descent_path(descent);

        pyos_buf_add(buf, path.data + top, path.size - top);
        if (result >= 0)
            enter(descent, result);
        else
            pyos_buf_text(buf, result == -ESTALE ? " stale" : result == -ENOENT ? " missing" : " other");
        pyos_buf_char(buf, '\n');
    }
    pyos_descent_free(descent);
}

#define REST_FROM_3 "/a/a/a/a/a/a/a/a/a/b\n/a/a/a/a/a/a/a/a/b\n/a/a/a/a/a/a/a/b\n/a/a/a/a/a/a/b\n/a/a/a/a/a/b\n" \
                    "/a/a/a/a/b\n/a/a/a/b\n"

static void untouched(struct test *test, struct pyos_buf *buf)
{
    struct pyos_descent descent = go_far_down(test, "same");

    show_rest(&descent, buf, 4);
    expect_text(test, buf, REST_FROM_3 "/a/a/b\n/a/b\n/b\n", "what was given up is found again");
}

/* The way up from a directory that was moved away leads elsewhere; the names from above still hold. */
static void moved_child(struct test *test, struct pyos_buf *buf)
{
    struct pyos_descent descent = go_far_down(test, "left");

    must(mkdir("elsewhere", 0777));
    must(rename("left/a/a/a", "elsewhere/a"));
    show_rest(&descent, buf, 4);
    expect_text(test, buf, "/a/a/a/a/a/a/a/a/a/b\n/a/a/a/a/a/a/a/a/b\n/a/a/a/a/a/a/a/b\n/a/a/a/a/a/a/b\n/a/a/a/a/a/b\n"
                           "/a/a/a/a/b\n/a/a/a/b\n/a/a/b\n/a/b\n/b\n",
                "a directory is found by its names when its child was moved");
}

/* All names above are new, but the way up is the old one. */
static void renamed_above(struct test *test, struct pyos_buf *buf)
{
    struct pyos_descent descent = go_far_down(test, "up");

    must(rename("up/a", "up/c"));
    show_rest(&descent, buf, 2);
    expect_text(test, buf, REST_FROM_3 "/a/a/b\n/a/b\n/b\n", "it is found by .. when its name has changed");
}

/* Neither way leads back to a directory that was given up; its child was taken out before. */
static void replaced(struct test *test, struct pyos_buf *buf, const char *top, bool by_link, const char *rest)
{
    struct pyos_descent descent = go_far_down(test, top);
    char path[100];
    char away[100];

    snprintf(path, sizeof path, "%s/a/a/a", top);
    snprintf(away, sizeof away, "%s/a/a/b/a", top);
    must(rename(path, away)); /* so that .. leads to b */
    snprintf(path, sizeof path, "%s/a/a", top);
    snprintf(away, sizeof away, "%s/away", top);
    must(rename(path, away));
    if (by_link)
        must(symlink("/", path));
    else
        must(mkdir(path, 0777));
    show_rest(&descent, buf, strlen(top));
    expect_text(test, buf, rest, "what stands in its place is refused, and the rest goes on");
}

static void paths(struct test *test)
{
    static const struct { const char *top, *child; } cases[] = {{"t", "t/a"}, {"t/", "t/a"}, {"./t//", "./t//a"}};
    struct pyos_descent descent = new_descent();
    const struct pyos_place here = pyos_place_here(NULL);

    make_chain("t", 1, 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enter_top(&descent, cases[i].top);
        go_down(&descent, 1);
        expect_of(test, pyos_str_equal(pyos_descent_path(&descent), pyos_str(cases[i].child)),
                  "a path is joined as os.path.join does it", cases[i].top);
        pyos_descent_leave(&descent);
        pyos_descent_leave(&descent);
    }
    expect(test, pyos_descent_open_top(&descent, here, pyos_str(""), 0) == -ENOENT, "an empty path names nothing");
    expect(test, pyos_descent_open_top(&descent, here, pyos_str("t/c"), 0) == -ENOENT, "nor does a wrong one");
    pyos_descent_free(&descent);
}

/* Links to directories lead down only where they are followed. */
static void links(struct test *test)
{
    make_chain("linked", 1, 1);
    must(rmdir("linked/b"));
    must(symlink("a", "linked/b"));
    for (int follow = 0; follow < 2; follow++) {
        struct pyos_descent descent = new_descent();
        int fd;

        descent.followlinks = follow;
        enter_top(&descent, "linked");
        go_down(&descent, 1);
        fd = next(&descent);
        expect(test, follow ? fd >= 0 : fd == -ENOTDIR || fd == -ELOOP, "a link is followed on demand alone");
        if (fd >= 0)
            pyos_sys_close(fd);
        pyos_descent_free(&descent);
    }
}

static void ancestors(struct test *test)
{
    struct pyos_descent descent = new_descent();
    struct pyos_file_id top;
    struct pyos_file_id child;
    int fd = pyos_descent_open_top(&descent, pyos_place_here(NULL), pyos_str("t"), 0);

    must(fd);
    must(pyos_descent_identify(fd, &top));
    expect(test, !pyos_descent_contains(&descent, &top), "what was not entered is no ancestor");
    must(pyos_descent_enter(&descent, fd, &top));
    must(pyos_descent_add(&descent, "a", 1));
    fd = pyos_descent_open_next(&descent);
    must(fd);
    must(pyos_descent_identify(fd, &child));
    expect(test, pyos_descent_contains(&descent, &top) && !pyos_descent_contains(&descent, &child),
           "an ancestor is known by its device and inode");
    expect(test, pyos_descent_identify(-1, &child) == -EBADF, "no descriptor is nobody's");
    pyos_sys_close(fd);
    pyos_descent_free(&descent);
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    few_descriptors(&test);
    untouched(&test, &buf);
    moved_child(&test, &buf);
    renamed_above(&test, &buf);
    replaced(&test, &buf, "new", false, REST_FROM_3 "/a/a stale\n/a/b\n/b\n");
    replaced(&test, &buf, "link", true, REST_FROM_3 "/a/a other\n/a/b\n/b\n");
    paths(&test);
    links(&test);
    ancestors(&test);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
