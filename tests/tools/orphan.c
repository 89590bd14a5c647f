/*
 * orphan COMMAND ARG...: forks twice, as a daemon does: COMMAND runs in a session of its own, and its
 * parent is gone before orphan ends.
 */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    pid_t child;
    int status;

    if (argc < 2)
        return 125;
    child = fork();
    if (child == 0) {
        if (setsid() < 0)
            _exit(125);
        if (fork() == 0) {
            execvp(argv[1], argv + 1);
            _exit(126);
        }
        _exit(0);
    }
    return waitpid(child, &status, 0) == child ? status : 125;
}
