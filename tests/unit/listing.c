/* os/listing: what a directory holds, sorted, pruned and classified, and read with the memory of the last one. */
#include "test.h"

#include "pyos/os/listing.h"
#include "pyos/sys/dir.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MANY = 3000 };

/* The names are the linker's: see wrap in the Makefile. */
long __real_pyos_sys_getdents(int fd, void *buffer, size_t capacity);
long __wrap_pyos_sys_getdents(int fd, void *buffer, size_t capacity);

/* What the kernel is made to be like. */
static struct {
    bool blind;     /* it does not know the types, as on some file systems */
    int good_calls; /* before one fails with EIO, or 0 for all */
} kernel;

long __wrap_pyos_sys_getdents(int fd, void *buffer, size_t capacity)
{
    long n = __real_pyos_sys_getdents(fd, buffer, capacity);
    struct pyos_dirent *dirent = buffer;

    for (long at = 0; kernel.blind && at < n; at += dirent->length) {
        dirent = (void *)((char *)buffer + at); /* the kernel aligns each */
        dirent->type = DT_UNKNOWN;
    }
    return kernel.good_calls > 0 && --kernel.good_calls == 0 ? -EIO : n;
}

/* A directory of its own, made and opened; everything is in the current one. */
static int make_directory(const char *name)
{
    int fd;

    if (mkdir(name, 0777) != 0)
        exit(1);
    fd = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        exit(1);
    return fd;
}

static void make_file(int dir_fd, const char *name)
{
    int fd = openat(dir_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

    if (fd < 0)
        exit(1);
    close(fd);
}

/* A directory with an entry of each kind. */
static int make_kinds(void)
{
    int fd = make_directory("kinds");

    make_file(fd, "file");
    make_file(fd, "File");
    if (mkdirat(fd, "directory", 0777) != 0 || mkdirat(fd, ".hidden", 0777) != 0 || mkfifoat(fd, "fifo", 0666) != 0 ||
        symlinkat("file", fd, "link") != 0 || symlinkat("directory", fd, "link to directory") != 0 ||
        symlinkat("nowhere", fd, "broken") != 0 || symlinkat("loop", fd, "loop") != 0)
        exit(1);
    return fd;
}

/* Reads and shows each entry: its name, / where it is a directory, @ where it is a link. */
static void show(struct test *test, int fd, const struct pyos_listing_options *options, struct pyos_buf *buf)
{
    struct pyos_listing listing = {0};

    lseek(fd, 0, SEEK_SET);
    expect(test, pyos_listing_read(&listing, fd, options) == 0, "a directory is read");
    for (size_t i = 0; i < listing.count; i++) {
        const struct pyos_entry *entry = &listing.entries[i];

        expect(test, entry->length == strlen(entry->name) && entry->inode != 0, "an entry has its length and inode");
        pyos_buf_text(buf, entry->name);
        pyos_buf_text(buf, entry->directory ? "/" : "");
        pyos_buf_text(buf, entry->type == DT_LNK ? "@ " : " ");
    }
    pyos_listing_free(&listing);
}

static void kinds(struct test *test, struct pyos_buf *buf)
{
    static const char *const prune[] = {"d*", "*link*", "fi?e"};
    struct pyos_listing_options options = {.sort = true};
    int fd = make_kinds();

    show(test, fd, &options, buf);
    expect_text(test, buf, ".hidden/ File broken@ directory/ fifo file link@ link to directory@ loop@ ",
                "entries are sorted by their bytes, dots left out, links not followed");
    options.classify_links = true;
    show(test, fd, &options, buf);
    expect_text(test, buf, ".hidden/ File broken@ directory/ fifo file link@ link to directory/@ loop@ ",
                "and where links are classified, one to a directory is one");
    options.classify_links = false;
    options.prune = prune;
    options.prune_count = 3;
    show(test, fd, &options, buf);
    expect_text(test, buf, ".hidden/ File broken@ fifo file link@ loop@ ",
                "pruning takes out directories and links to them, and no file");
    kernel.blind = true;
    options = (struct pyos_listing_options){.sort = true, .classify_links = true};
    show(test, fd, &options, buf);
    expect_text(test, buf, ".hidden/ File broken@ directory/ fifo file link@ link to directory/@ loop@ ",
                "types that the directory does not tell are looked up");
    kernel.blind = false;
    close(fd);
}

/* More entries than one read of the kernel gives; the same listing is then used for a small directory. */
static void many(struct test *test)
{
    const struct pyos_listing_options options = {.sort = true};
    struct pyos_listing listing = {0};
    int large = make_directory("many");
    int small = make_directory("small");
    char name[32];
    bool all;

    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "%04d-of-the-many-names", i);
        make_file(large, name);
    }
    make_file(small, "one");
    all = pyos_listing_read(&listing, large, &options) == 0 && listing.count == MANY;
    for (int i = 0; all && i < MANY; i++) {
        snprintf(name, sizeof name, "%04d-of-the-many-names", i);
        all = strcmp(listing.entries[i].name, name) == 0 && listing.entries[i].type == DT_REG;
    }
    expect(test, all, "a large directory is read as a whole");
    expect(test, pyos_listing_read(&listing, small, &options) == 0 && listing.count == 1 &&
                     strcmp(listing.entries[0].name, "one") == 0,
           "and the next one by itself");
    kernel.good_calls = 2;
    lseek(large, 0, SEEK_SET);
    expect(test, pyos_listing_read(&listing, large, &options) == -EIO, "a failure in the middle is one of the whole");
    pyos_listing_free(&listing);
    expect(test, !listing.entries && listing.count == 0, "a freed listing is empty");
    close(large);
    close(small);
}

static void failures(struct test *test)
{
    const struct pyos_listing_options options = {0};
    struct pyos_listing listing = {0};
    int fd = make_directory("gone");
    int file = open("file", O_RDONLY | O_CREAT | O_CLOEXEC, 0666);

    expect(test, pyos_listing_read(&listing, fd, &options) == 0 && listing.count == 0, "an empty directory is empty");
    expect(test, pyos_listing_read(&listing, file, &options) == -ENOTDIR, "a file is no directory");
    expect(test, pyos_listing_read(&listing, -1, &options) == -EBADF, "no descriptor is none");
    rmdir("gone");
    expect(test, pyos_listing_read(&listing, fd, &options) == -ENOENT, "a directory that was removed is told");
    pyos_listing_free(&listing);
    close(fd);
    close(file);
}

int main(void)
{
    struct test test = {0};
    struct pyos_buf buf = {0};

    kinds(&test, &buf);
    many(&test);
    failures(&test);
    pyos_buf_free(&buf);
    return test.failures > 0;
}
