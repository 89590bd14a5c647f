/*
 * churn TIMES DIR TARGET -- COMMAND ARG...: runs a command TIMES times while the directories of DIR
 * change all the time: each of 0, 1, 2, ... is renamed to gone-N, a link to TARGET takes its place,
 * and it comes back; or it moves into its neighbour and out again. Exits as the first run that did
 * not exit with 0, 66 or 71 (what a walk that loses its way says), or with 0.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static int die(const char *what)
{
    fprintf(stderr, "churn: %s: %s\n", what, strerror(errno));
    return 125;
}

/* The names of one directory and where it goes to. */
struct place {
    char here[32], gone[32], inside[64];
};

static void change(const struct place *place, const char *target)
{
    if (rename(place->here, place->gone) == 0) {
        if (symlink(target, place->here) == 0)
            unlink(place->here);
        rename(place->gone, place->here);
    }
    if (rename(place->here, place->inside) == 0)
        rename(place->inside, place->here);
}

static void change_for_ever(const char *target)
{
    int count = 0;
    struct place place;

    while (snprintf(place.here, sizeof place.here, "%d", count), access(place.here, F_OK) == 0)
        count++;
    for (int i = 0;; i = (i + 1) % count) {
        snprintf(place.here, sizeof place.here, "%d", i);
        snprintf(place.gone, sizeof place.gone, "gone-%d", i);
        snprintf(place.inside, sizeof place.inside, "%d/inside-%d", (i + 1) % count, i);
        change(&place, target);
    }
}

static int run(char **command)
{
    pid_t pid = fork();
    int status;

    if (pid == 0) {
        execvp(command[0], command);
        _exit(die(command[0]));
    }
    if (pid < 0 || waitpid(pid, &status, 0) < 0)
        return die("waitpid");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int argc, char **argv)
{
    int result = 0;
    pid_t changer;

    if (argc < 6 || strcmp(argv[4], "--") != 0) {
        fprintf(stderr, "usage: churn TIMES DIR TARGET -- COMMAND ARG...\n");
        return 125;
    }
    changer = fork();
    if (changer < 0)
        return die("fork");
    if (changer == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (chdir(argv[2]) == 0)
            change_for_ever(argv[3]);
        _exit(die(argv[2]));
    }
    for (long i = strtol(argv[1], NULL, 10); i > 0 && (result == 0 || result == 66 || result == 71); i--)
        result = run(argv + 5);
    kill(changer, SIGKILL);
    waitpid(changer, NULL, 0);
    return result == 66 || result == 71 ? 0 : result;
}
