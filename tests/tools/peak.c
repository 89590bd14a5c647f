/*
 * peak FILE COMMAND ARG...: runs a command and writes to FILE how much memory it had at most, in
 * KiB. Exits as the command does.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int die(const char *what)
{
    fprintf(stderr, "peak: %s: %s\n", what, strerror(errno));
    return 125;
}

int main(int argc, char **argv)
{
    struct rusage usage;
    FILE *file;
    pid_t pid;
    int status;

    if (argc < 3) {
        fprintf(stderr, "usage: peak FILE COMMAND ARG...\n");
        return 125;
    }
    pid = fork();
    if (pid == 0) {
        execvp(argv[2], argv + 2);
        _exit(die(argv[2]));
    }
    if (pid < 0 || wait4(pid, &status, 0, &usage) < 0)
        return die("wait4");
    file = fopen(argv[1], "w");
    if (!file || fprintf(file, "%ld\n", usage.ru_maxrss) < 0 || fclose(file) != 0)
        return die(argv[1]);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
