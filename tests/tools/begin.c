/*
 * begin [ignore=SIGS] [block=SIGS] [uid=REAL:EFFECTIVE] -- COMMAND ARG...: runs a command with signals
 * ignored and blocked from its start, or with other ids, as only a program can do. SIGS: 1,15
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

static void ignore(uint64_t set)
{
    for (int i = 1; i <= 64; i++)
        if (set >> (i - 1) & 1 && signal(i, SIG_IGN) == SIG_ERR)
            die("ignore");
}

static void take(const char *word)
{
    if (strncmp(word, "ignore=", 7) == 0) {
        ignore(read_set(word + 7));
    } else if (strncmp(word, "block=", 6) == 0) {
        uint64_t set = read_set(word + 6);

        syscall(SYS_rt_sigprocmask, SIG_BLOCK, &set, NULL, sizeof set);
    } else if (strncmp(word, "uid=", 4) == 0) {
        char *colon;
        long real = strtol(word + 4, &colon, 10);
        long effective = strtol(colon + 1, NULL, 10);

        if (setresuid((uid_t)real, (uid_t)effective, (uid_t)effective) != 0)
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
        die("usage: begin [ignore=SIGS] [block=SIGS] [uid=REAL:EFFECTIVE] -- COMMAND ARG...");
    execvp(argv[i + 1], argv + i + 1);
    die(strerror(errno));
}
