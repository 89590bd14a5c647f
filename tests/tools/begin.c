/*
 * begin [ignore=SIGS] [block=SIGS] [uid=REAL:EFFECTIVE] [group=parent] -- COMMAND ARG...: runs a command
 * with exactly these signals ignored or blocked from its start, with other ids, or in its parent's
 * process group, as only a program can do. SIGS: 1,15
 */
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void die(const char *what)
{
    fprintf(stderr, "begin: %s\n", what);
    exit(125);
}

static uint64_t read_set(const char *list)
{
    uint64_t set = 0;
    char *end;

    for (; *list; list = *end == ',' ? end + 1 : end)
        set |= UINT64_C(1) << (strtol(list, &end, 10) - 1);
    return set;
}

/* Raw, since libcs keep some signals for themselves. SIGKILL and SIGSTOP are refused. */
static void ignore(uint64_t set)
{
    for (int i = 1; i <= 64; i++) {
        const unsigned long action[8] = {set >> (i - 1) & 1}; /* SIG_IGN or SIG_DFL first, where this runs */

        syscall(SYS_rt_sigaction, i, action, NULL, sizeof set);
    }
}

static void take(const char *word)
{
    if (strncmp(word, "ignore=", 7) == 0) {
        ignore(read_set(word + 7));
    } else if (strncmp(word, "block=", 6) == 0) {
        uint64_t set = read_set(word + 6);

        syscall(SYS_rt_sigprocmask, SIG_SETMASK, &set, NULL, sizeof set);
    } else if (strncmp(word, "uid=", 4) == 0) {
        char *colon;
        long real = strtol(word + 4, &colon, 10);
        long effective = strtol(colon + 1, NULL, 10);

        if (setresuid((uid_t)real, (uid_t)effective, (uid_t)effective) != 0)
            die(strerror(errno));
    } else if (strcmp(word, "group=parent") == 0) {
        if (setpgid(0, getpgid(getppid())) != 0)
            die(strerror(errno));
    } else {
        die(word);
    }
}

int main(int argc, char **argv)
{
    int i = 1;

    for (; i < argc && strcmp(argv[i], "--") != 0; i++)
        take(argv[i]);
    if (i + 1 >= argc)
        die("usage: begin [ignore=SIGS] [block=SIGS] [uid=REAL:EFFECTIVE] [group=parent] -- COMMAND ARG...");
    execvp(argv[i + 1], argv + i + 1);
    die(strerror(errno));
}
