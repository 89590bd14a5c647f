/* wait COMMAND ARG...: runs it and prints each raw status that waitpid(2) gives; what stopped is continued. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    pid_t pid = argc > 1 ? fork() : -1;
    int status;

    if (pid == 0) {
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    do {
        if (pid < 0 || waitpid(pid, &status, WUNTRACED) < 0) {
            fprintf(stderr, "wait: %s\n", strerror(errno));
            return 125;
        }
        printf("%d\n", status);
        if (WIFSTOPPED(status))
            kill(pid, SIGCONT);
    } while (WIFSTOPPED(status));
    return 0;
}
