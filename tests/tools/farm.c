/*
 * farm DIR COUNT SEED PYOS [COMMAND...]: COUNT random farms of links, each made twice in DIR, and random requests to
 * two sessions of PYOS: a native one that has the first farm as its root by chroot(2), and one on the emulated backend,
 * started by COMMAND, that has the second one. All answers must be the same, and so must the farms in the end. What
 * differs is shown with the farm and its seed: COUNT 1 and that seed make it again. 77: chroot(2) is not permitted.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ENTRIES = 30, REQUESTS = 30, TEXT = 1 << 16, ANSWERS = 1 << 20, SECONDS = 60 };

#define SECRET "the-content-of-the-secret"

/* Names that are few, so that paths lead somewhere; some only look like "..". */
static const char *const names[] = {
    "a", "a", "a", "b", "b", "b", "c", "c", "d", "e", "..", "..", "..", "..", ".", "", "outside", "secret", "root",
    "...", ".. ", "k0",
};

/* What is asked: methods and their parameters, "@" is a random path. None opens what it would have to wait for. */
static const char *const operations[] = {
    "stat [@]", "stat [@]", "lstat [@]", "lstat [@]", "readlink [@]", "readlink [@]", "access [@,0]",
    "access {\"path\":@,\"mode\":\"X_OK\",\"follow_symlinks\":false}",
    "statx [@,\"STATX_TYPE|STATX_MODE|STATX_SIZE|STATX_NLINK\"]",
    "open [@,\"O_RDONLY\"]\nfstat [3]\nread [3,99]\nclose [3]",
    "open [@,\"O_RDONLY|O_DIRECTORY\"]\nlistdir [3]\nclose [3]",
    "open [@,\"O_RDONLY|O_NOFOLLOW\"]\nfstat [3]\nclose [3]",
    "open [@,\"O_PATH\"]\nfstat [3]\nclose [3]",
    "open [@,\"O_PATH|O_NOFOLLOW\"]\nfstat [3]\nclose [3]",
    "open [@,\"O_RDONLY|O_CREAT\",416]\nfstat [3]\nclose [3]",
    "open [@,\"O_WRONLY|O_CREAT\"]\nwrite [3,{\"base64\":\"bmV3IHRleHQ=\"}]\nclose [3]",
    "open [@,\"O_RDWR|O_CREAT|O_EXCL\",438]\nfstat [3]\nclose [3]",
    "open [@,\"O_WRONLY|O_CREAT|O_NOFOLLOW\"]\nfstat [3]\nclose [3]",
    "open [@,\"O_WRONLY|O_CREAT|O_TRUNC\"]\nwrite [3,{\"base64\":\"bmV3\"}]\nclose [3]",
    "open [@,\"O_RDONLY|O_CREAT|O_DIRECTORY\"]\nclose [3]",
    "open [@,\"O_WRONLY|O_APPEND\"]\nwrite [3,{\"base64\":\"bW9yZQ==\"}]\nclose [3]",
    "open [@,\"O_RDWR|O_TMPFILE\"]\nfstat [3]\nclose [3]",
    "open [@,\"O_PATH|O_DIRECTORY\"]\nstat {\"path\":@,\"dir_fd\":3}\nmkdir {\"path\":@,\"dir_fd\":3}\n"
    "readlink {\"path\":@,\"dir_fd\":3}\nunlink {\"path\":@,\"dir_fd\":3}\nfchdir [3]\ngetcwd []\nclose [3]",
    "open [@,\"O_RDONLY|O_DIRECTORY\"]\nopen {\"path\":@,\"flags\":\"O_RDWR|O_CREAT\",\"dir_fd\":3}\nclose [4]\n"
    "rename {\"src\":@,\"dst\":@,\"src_dir_fd\":3}\nsymlink {\"src\":@,\"dst\":@,\"dir_fd\":3}\nclose [3]",
    "mkdir [@]", "mkdir [@,448]", "rmdir [@]", "rmdir [@]", "unlink [@]", "unlink [@]", "remove [@]",
    "rename [@,@]", "rename [@,@]", "replace [@,@]", "renames [@,@]", "renameat2 [@,@,\"RENAME_EXCHANGE\"]",
    "renameat2 [@,@,\"RENAME_NOREPLACE\"]", "link [@,@]", "link {\"src\":@,\"dst\":@,\"follow_symlinks\":true}",
    "link {\"src\":@,\"dst\":@,\"follow_symlinks\":false}", "symlink [@,@]", "symlink [@,@]", "makedirs [@]",
    "makedirs [@,511,true]", "removedirs [@]", "mknod [@,\"S_IFREG|0o640\"]", "chmod [@,448]", "chmod [@,365]",
    "truncate [@,3]", "truncate [@,0]", "utime [@,[1,2]]", "chown [@,1,2]", "lchown [@,3,4]", "listdir [@]",
    "scandir [@]", "walk [@]", "statvfs [@]\ngetcwd []", "chdir [@]\ngetcwd []", "chdir [@]\nstat [@]\nlistdir []",
    "getcwd []", "pathconf [@,\"PC_NAME_MAX\"]", "listxattr [@]",
};

/* What differs from one farm to its copy, or from one moment to the next. */
static const char *const different[] = {
    "\"st_ino\":", "\"st_atime\":", "\"st_mtime\":", "\"st_ctime\":", "\"st_birthtime\":", "\"st_atime_ns\":",
    "\"st_mtime_ns\":", "\"st_ctime_ns\":", "\"st_birthtime_ns\":", "\"st_blocks\":", "\"stx_ino\":", "\"stx_atime\":",
    "\"stx_mtime\":", "\"stx_ctime\":", "\"stx_btime\":", "\"stx_atime_ns\":", "\"stx_mtime_ns\":", "\"stx_ctime_ns\":",
    "\"stx_btime_ns\":", "\"stx_blocks\":", "\"f_bfree\":", "\"f_bavail\":", "\"f_ffree\":", "\"f_favail\":",
    "\"inode\":",
};

struct text {
    size_t size, capacity;
    char *bytes;
};

struct entry {
    char kind; /* d, f, l */
    char path[256], target[1024];
};

struct farm {
    uint64_t random;
    const char *outside; /* the absolute path of what must not be reached */
    struct entry entries[ENTRIES + 64];
    size_t count;
    struct text requests;
};

static void die(const char *what)
{
    fprintf(stderr, "farm: %s: %s\n", what, strerror(errno));
    exit(125);
}

static void check(int result, const char *what)
{
    if (result < 0)
        die(what);
}

/* Appends, as printf does; what has no room ends the program. */
__attribute__((format(printf, 2, 3))) static void add(struct text *text, const char *format, ...)
{
    size_t room = text->capacity - text->size;
    va_list arguments;
    int size;

    va_start(arguments, format);
    size = vsnprintf(text->bytes + text->size, room, format, arguments);
    va_end(arguments);
    if (size < 0 || (size_t)size >= room) {
        errno = EOVERFLOW;
        die("a text");
    }
    text->size += (size_t)size;
}

/* ---- what is random: xorshift64*, of Marsaglia and Vigna */

static unsigned below(struct farm *farm, unsigned limit)
{
    farm->random ^= farm->random >> 12;
    farm->random ^= farm->random << 25;
    farm->random ^= farm->random >> 27;
    return (unsigned)((farm->random * 0x2545F4914F6CDD1DU) >> 33) % limit;
}

static const char *random_name(struct farm *farm)
{
    return names[below(farm, sizeof names / sizeof *names)];
}

/* A path: often of what is in the farm, with more behind it; now and then of what is outside. */
static void random_path(struct farm *farm, struct text *path)
{
    unsigned more = below(farm, 4);
    unsigned kind = below(farm, 16);

    path->size = 0;
    add(path, "%s", "");
    if (kind == 0)
        add(path, "%s%s", farm->outside, below(farm, 2) != 0 ? "/secret" : "");
    else if (kind < 9 && farm->count > 0)
        add(path, "%s%s", below(farm, 3) == 0 ? "/" : "", farm->entries[below(farm, (unsigned)farm->count)].path);
    else
        add(path, "%s%s", below(farm, 3) == 0 ? "/" : "", random_name(farm));
    for (; more > 1; more--)
        add(path, "/%s", random_name(farm));
    if (below(farm, 6) == 0)
        add(path, "%s", below(farm, 3) == 0 ? "/." : "/");
}

/* ---- a farm */

static void plan_entry(struct farm *farm, const char *directory)
{
    struct entry *entry = &farm->entries[farm->count];
    struct text target = {0, sizeof entry->target, entry->target};
    unsigned kind = below(farm, 10);

    snprintf(entry->path, sizeof entry->path, "%s%s%s", directory, *directory != '\0' ? "/" : "",
             names[below(farm, 10)]);
    entry->kind = "dddfflllll"[kind];
    random_path(farm, &target);
    if (*entry->target == '\0')
        strcpy(entry->target, ".");
    farm->count++;
}

/* Links one after the other, about as many as the kernel follows. */
static void plan_chain(struct farm *farm)
{
    unsigned length = 37 + below(farm, 6);

    for (unsigned i = 0; i < length; i++) {
        struct entry *entry = &farm->entries[farm->count++];

        entry->kind = 'l';
        snprintf(entry->path, sizeof entry->path, "k%u", i);
        if (i + 1 < length)
            snprintf(entry->target, sizeof entry->target, "%sk%u", i % 2 != 0 ? "/" : "", i + 1);
        else
            strcpy(entry->target, "a");
    }
}

static void plan_tree(struct farm *farm)
{
    size_t first = farm->count;

    for (int i = 0; i < ENTRIES; i++) {
        const char *directory = "";

        if (farm->count > first && below(farm, 3) != 0) {
            const struct entry *parent = &farm->entries[first + below(farm, (unsigned)(farm->count - first))];

            if (parent->kind == 'd' && strlen(parent->path) < 12)
                directory = parent->path;
        }
        plan_entry(farm, directory);
    }
}

/* A string of JSON: no path here has what would need an escape. */
static void add_request(struct farm *farm, const char *operation, size_t size)
{
    const char *space = memchr(operation, ' ', size);
    char bytes[2048];
    struct text path = {0, sizeof bytes, bytes};

    add(&farm->requests, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%.*s\",\"params\":", (int)(space - operation),
        operation);
    for (const char *next = space + 1; next < operation + size; next++)
        if (*next == '@') {
            random_path(farm, &path);
            add(&farm->requests, "\"%s\"", bytes);
        } else {
            add(&farm->requests, "%c", *next);
        }
    add(&farm->requests, "}\n");
}

static void plan_requests(struct farm *farm)
{
    for (int i = 0; i < REQUESTS; i++) {
        const char *operation = operations[below(farm, sizeof operations / sizeof *operations)];

        while (*operation != '\0') {
            size_t size = strcspn(operation, "\n");

            add_request(farm, operation, size);
            operation += size + (operation[size] == '\n');
        }
    }
}

/* Below the current directory; what cannot be made, as its name is taken, is left out. */
static void make_entry(const struct entry *entry)
{
    int fd;

    if (entry->kind == 'd') {
        (void)!mkdir(entry->path, 0755);
    } else if (entry->kind == 'l') {
        (void)!symlink(entry->target, entry->path);
    } else if ((fd = open(entry->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)) >= 0) {
        (void)!write(fd, entry->path, strlen(entry->path));
        close(fd);
    }
}

/* By a child that has it as its root, as what is made may lie behind a link that was made before. */
static void make_farm(const struct farm *farm, const char *name)
{
    int status;
    pid_t child;

    check(mkdir(name, 0755), name);
    child = fork();
    check(child, "fork");
    if (child == 0) {
        check(chroot(name) | chdir("/"), name);
        for (size_t i = 0; i < farm->count; i++)
            make_entry(&farm->entries[i]);
        _exit(0);
    }
    check(waitpid(child, &status, 0), "waitpid");
    check(status == 0 ? 0 : -1, name);
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *position)
{
    (void)status, (void)type, (void)position;
    return remove(path);
}

static void remove_farm(const char *name)
{
    if (nftw(name, remove_one, 16, FTW_DEPTH | FTW_PHYS) != 0 && errno != ENOENT)
        die(name);
}

/* What a tree is, in the order of its names. */
static void list(const char *path, size_t prefix, struct text *text)
{
    struct dirent **found;
    int count = scandir(path, &found, NULL, alphasort);

    check(count, path);
    for (int i = 0; i < count; i++) {
        const char *name = found[i]->d_name;
        char child[4096], target[4096] = "";
        struct stat status;

        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0) {
            snprintf(child, sizeof child, "%s/%s", path, name);
            check(lstat(child, &status), child);
            (void)!readlink(child, target, sizeof target - 1);
            add(text, "%s %o %u %u %u %ld %s\n", child + prefix, status.st_mode, (unsigned)status.st_nlink,
                status.st_uid, status.st_gid, S_ISREG(status.st_mode) ? (long)status.st_size : 0, target);
            if (S_ISDIR(status.st_mode))
                list(child, prefix, text);
        }
        free(found[i]);
    }
    free(found);
}

/* ---- sessions */

struct session {
    int in, out;
    pid_t child;
    struct text answers;
};

static struct session session_new(void)
{
    struct session session = {memfd_create("in", MFD_CLOEXEC), memfd_create("out", MFD_CLOEXEC), 0,
                              {0, ANSWERS, malloc(ANSWERS)}};

    if (session.in < 0 || session.out < 0 || !session.answers.bytes)
        die("a session");
    return session;
}

static void session_start(struct session *session, const char *before, const struct text *requests, char **command)
{
    check(ftruncate(session->in, 0) | ftruncate(session->out, 0), "ftruncate");
    check((int)pwrite(session->in, before, strlen(before), 0), "write");
    check((int)pwrite(session->in, requests->bytes, requests->size, (off_t)strlen(before)), "write");
    check((int)(lseek(session->in, 0, SEEK_SET) | lseek(session->out, 0, SEEK_SET)), "lseek");
    session->child = fork();
    check(session->child, "fork");
    if (session->child > 0)
        return;
    alarm(SECONDS); /* which exec keeps: a session that hangs is killed */
    if (dup2(session->in, 0) == 0 && dup2(session->out, 1) == 1)
        execvp(command[0], command);
    die(command[0]);
}

/* Takes out of the answers what differs anyway. */
static void forget(struct text *answers)
{
    char *to = answers->bytes;

    for (const char *from = answers->bytes; *from != '\0';) {
        size_t i = 0;

        while (i < sizeof different / sizeof *different && strncmp(from, different[i], strlen(different[i])) != 0)
            i++;
        if (i < sizeof different / sizeof *different)
            from += strlen(different[i]) + strspn(from + strlen(different[i]), "-+.e0123456789");
        else
            *to++ = *from++;
    }
    *to = '\0';
    answers->size = (size_t)(to - answers->bytes);
}

/* Whether it has ended well. */
static int session_end(struct session *session)
{
    ssize_t size;
    int status;

    check(waitpid(session->child, &status, 0), "waitpid");
    size = pread(session->out, session->answers.bytes, ANSWERS - 1, 0);
    check((int)size, "read");
    session->answers.bytes[size] = '\0';
    forget(&session->answers);
    return status == 0;
}

/* ---- what is the same */

/* The first line that differs, and the request for it. */
static void show(const char *requests, const char *want, const char *got)
{
    while (*requests != '\0' && strcspn(want, "\n") == strcspn(got, "\n") &&
           strncmp(want, got, strcspn(want, "\n")) == 0 && *want != '\0') {
        requests += strcspn(requests, "\n") + 1;
        want += strcspn(want, "\n") + 1;
        got += strcspn(got, "\n") + 1;
    }
    printf("    asked    %.*s\n    expected %.*s\n    got      %.*s\n", (int)strcspn(requests, "\n"), requests,
           (int)strcspn(want, "\n"), want, (int)strcspn(got, "\n"), got);
}

static int same_trees(struct text *want, struct text *got)
{
    want->size = got->size = 0;
    add(want, "%s", "");
    add(got, "%s", "");
    list("jail", strlen("jail/"), want);
    list("root", strlen("root/"), got);
    if (strcmp(want->bytes, got->bytes) == 0)
        return 1;
    printf("the trees differ\n");
    show(want->bytes, want->bytes, got->bytes);
    return 0;
}

static int same_answers(const struct farm *farm, struct session *want, struct session *got)
{
    int ended = session_end(want) & session_end(got);

    if (strstr(got->answers.bytes, SECRET))
        printf("shows what is outside\n");
    else if (strstr(want->answers.bytes, "TypeError") || strstr(want->answers.bytes, "\"code\":-326"))
        printf("a request that cannot be answered\n");
    else if (!ended)
        printf("a session has failed\n");
    else if (strcmp(want->answers.bytes, got->answers.bytes) != 0)
        printf("the answers differ\n");
    else
        return 1;
    show(farm->requests.bytes, want->answers.bytes, got->answers.bytes);
    return 0;
}

static void show_farm(const struct farm *farm, uint64_t seed)
{
    printf("in the farm of seed %llu:\n", (unsigned long long)seed);
    for (size_t i = 0; i < farm->count; i++)
        printf("    %c %s%s%s\n", farm->entries[i].kind, farm->entries[i].path,
               farm->entries[i].kind == 'l' ? " -> " : "", farm->entries[i].kind == 'l' ? farm->entries[i].target : "");
    printf("asked:\n%s", farm->requests.bytes);
}

/* One farm, asked both ways: 0 where something differs. */
static int try_farm(struct farm *farm, uint64_t seed, char **native, char **emulated, const char *prison)
{
    static const struct text trees = {0, TEXT, NULL};
    static struct session want, got;
    static struct text want_tree, got_tree;
    char *requests = farm->requests.bytes;
    int same;

    if (!want.answers.bytes) {
        want = session_new(), got = session_new();
        want_tree = got_tree = trees;
        want_tree.bytes = malloc(TEXT), got_tree.bytes = malloc(TEXT);
    }
    *farm = (struct farm){.random = seed * 0x9E3779B97F4A7C15U | 1, .outside = farm->outside,
                          .requests = {0, TEXT, requests}};
    if (below(farm, 8) == 0)
        plan_chain(farm);
    plan_tree(farm);
    plan_requests(farm);
    make_farm(farm, "jail");
    make_farm(farm, "root");
    session_start(&want, prison, &farm->requests, native);
    session_start(&got, "", &farm->requests, emulated);
    same = same_answers(farm, &want, &got) && same_trees(&want_tree, &got_tree);
    remove_farm("jail");
    remove_farm("root");
    return same;
}

/* Whether chroot(2) is permitted; a child finds out. */
static int may_chroot(void)
{
    pid_t child = fork();
    int status;

    check(child, "fork");
    if (child == 0)
        _exit(chroot(".") != 0);
    check(waitpid(child, &status, 0), "waitpid");
    return status == 0;
}

static void make_outside(struct stat *status)
{
    FILE *secret;

    check(mkdir("outside", 0755), "outside");
    secret = fopen("outside/secret", "w");
    if (!secret || fputs(SECRET, secret) < 0 || fclose(secret) != 0)
        die("outside/secret");
    check(stat("outside/secret", status), "outside/secret");
}

/* Links and chmod of outside/secret would change its ctime; what is made or removed beside it, the directory's. */
static int same_outside(const struct stat *before, const struct stat *directory)
{
    struct stat now, above;

    if (stat("outside/secret", &now) != 0 || stat("outside", &above) != 0 || now.st_ino != before->st_ino ||
        now.st_ctim.tv_sec != before->st_ctim.tv_sec || now.st_ctim.tv_nsec != before->st_ctim.tv_nsec ||
        above.st_ctim.tv_sec != directory->st_ctim.tv_sec || above.st_ctim.tv_nsec != directory->st_ctim.tv_nsec) {
        printf("outside has changed\n");
        return 0;
    }
    return 1;
}

int main(int argc, char **argv)
{
    char *native[] = {argc > 4 ? argv[4] : NULL, (char[]){"session"}, NULL};
    char *emulated[32], place[2048], outside[2100], root[2100], prison[8192];
    char options[][20] = {"session", "--backend=emulated"};
    struct farm *farm = calloc(1, sizeof *farm);
    struct stat secret, directory;
    size_t words = 0;

    if (argc < 5 || argc > 24 || !farm || !(farm->requests.bytes = malloc(TEXT))) {
        fputs("usage: farm DIR COUNT SEED PYOS [COMMAND...]\n", stderr);
        return 125;
    }
    check(chdir(argv[1]), argv[1]);
    if (!may_chroot()) {
        puts("chroot is not permitted");
        return 77;
    }
    if (!getcwd(place, sizeof place))
        die(argv[1]);
    umask(022);
    make_outside(&secret);
    check(stat("outside", &directory), "outside");
    snprintf(outside, sizeof outside, "%s/outside", place);
    farm->outside = outside;
    snprintf(root, sizeof root, "--root=%s/root", place);
    snprintf(prison, sizeof prison,
             "{\"jsonrpc\":\"2.0\",\"method\":\"chroot\",\"params\":[\"%s/jail\"]}\n"
             "{\"jsonrpc\":\"2.0\",\"method\":\"chdir\",\"params\":[\"/\"]}\n"
             "{\"jsonrpc\":\"2.0\",\"method\":\"umask\",\"params\":[18]}\n"
             "{\"jsonrpc\":\"2.0\",\"method\":\"closerange\",\"params\":[3,500]}\n", place);
    for (int i = 5; i < argc; i++)
        emulated[words++] = argv[i];
    emulated[words++] = argv[4];
    emulated[words++] = options[0];
    emulated[words++] = options[1];
    emulated[words++] = root;
    emulated[words] = NULL;
    for (uint64_t seed = strtoull(argv[3], NULL, 10), end = seed + strtoull(argv[2], NULL, 10); seed < end; seed++)
        if (!try_farm(farm, seed, native, emulated, prison) || !same_outside(&secret, &directory)) {
            show_farm(farm, seed);
            return 1;
        }
    printf("%s farms are the same\n", argv[2]);
    return 0;
}
