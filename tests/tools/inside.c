/*
 * inside WHAT...: what a process finds where it was started, a line for each WHAT. For the tests of
 * spawn, seen from the child; and for CPython's os.posix_spawn beside it.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char **environ;

/* Numbers joined by commas; "none" where there are none. */
static void list_begin(int *count)
{
    *count = 0;
}

static void list_add(int *count, long number)
{
    printf("%s%ld", (*count)++ > 0 ? "," : "", number);
}

static void list_end(const int *count)
{
    puts(*count == 0 ? "none" : "");
}

static void print_fds(void)
{
    int count;

    list_begin(&count);
    for (int fd = 0; fd < 4096; fd++)
        if (fcntl(fd, F_GETFD) >= 0)
            list_add(&count, fd);
    list_end(&count);
}

/* Raw, since libcs hide the signals that they keep for themselves. */
static void print_blocked(void)
{
    uint64_t mask = 0;
    int count;

    syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, &mask, sizeof mask);
    list_begin(&count);
    for (int i = 1; i <= 64; i++)
        if (mask >> (i - 1) & 1)
            list_add(&count, i);
    list_end(&count);
}

static void print_ignored(void)
{
    int count;

    list_begin(&count);
    for (int i = 1; i <= 64; i++) {
        unsigned long action[8] = {0}; /* the handler first, on the machines where this runs */

        syscall(SYS_rt_sigaction, i, NULL, action, sizeof(uint64_t));
        if (action[0] == 1)
            list_add(&count, i);
    }
    list_end(&count);
}

static void print_whose(pid_t id, pid_t of_parent)
{
    if (id == getpid())
        puts("own");
    else if (id == of_parent)
        puts("parent");
    else
        printf("%d\n", id);
}

static void print_group(void)
{
    print_whose(getpgrp(), getpgid(getppid()));
}

static void print_session(void)
{
    print_whose(getsid(0), getsid(getppid()));
}

static void print_umask(void)
{
    printf("%03o\n", umask(0));
}

static void print_nice(void)
{
    printf("%d\n", getpriority(PRIO_PROCESS, 0));
}

static void print_cwd(void)
{
    char path[4096];

    puts(getcwd(path, sizeof path) ? path : strerror(errno));
}

static void print_env(void)
{
    for (char **item = environ; *item; item++)
        puts(*item);
}

static void print_scheduler(void)
{
    int priority = -1;
    long policy = syscall(SYS_sched_getscheduler, 0);

    syscall(SYS_sched_getparam, 0, &priority);
    printf("%ld:%d\n", policy, priority);
}

static void print_ids(void)
{
    uid_t real, effective, saved;

    if (getresuid(&real, &effective, &saved) == 0)
        printf("%d %d %d\n", (int)real, (int)effective, (int)saved);
}

static void print_pdeathsig(void)
{
    int number = 0;

    prctl(PR_GET_PDEATHSIG, &number);
    printf("%d\n", number);
}

static void print_limit(const char *number)
{
    struct { uint64_t soft, hard; } limit;

    if (syscall(SYS_prlimit64, 0, atoi(number), NULL, &limit) == 0)
        printf("%lld %lld\n", (long long)limit.soft, (long long)limit.hard);
}

static const struct { const char *name; void (*print)(void); } whats[] = {
    {"fds", print_fds},         {"blocked", print_blocked}, {"ignored", print_ignored}, {"group", print_group},
    {"session", print_session}, {"umask", print_umask},     {"nice", print_nice},       {"cwd", print_cwd},
    {"env", print_env},         {"scheduler", print_scheduler}, {"ids", print_ids},     {"pdeathsig", print_pdeathsig},
};

static int print(const char *what)
{
    for (size_t i = 0; i < sizeof whats / sizeof *whats; i++)
        if (strcmp(whats[i].name, what) == 0) {
            whats[i].print();
            return 0;
        }
    fprintf(stderr, "inside: %s?\n", what);
    return 125;
}

/* inside args ...: all words that it was given, in brackets. */
int main(int argc, char **argv)
{
    int result = 0;

    if (argc > 1 && strcmp(argv[1], "args") == 0) {
        for (int i = 0; i < argc; i++)
            printf("[%s]", argv[i]);
        puts("");
        return 0;
    }
    for (int i = 1; i < argc && result == 0; i++)
        if (strcmp(argv[i], "limit") == 0 && i + 1 < argc)
            print_limit(argv[++i]);
        else
            result = print(argv[i]);
    return result;
}
