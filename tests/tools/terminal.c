/*
 * terminal [TEXT KEYS]... -- COMMAND ARG...: runs a command on a terminal of its own, as a shell with
 * job control does, and types. Each KEYS is typed once TEXT has been shown since the last: ^C and ^Z
 * are what they say, ^M is a newline, and "fg" lets a stopped job go on. Shows what the terminal
 * shows, and [stopped] where the job has stopped. Exits as the command does.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static void die(const char *what)
{
    fprintf(stderr, "terminal: %s: %s\n", what, strerror(errno));
    exit(125);
}

/* ---- the shell, which leads the terminal's session */

/* The job: a process group of its own, in the foreground. */
static void become_job(int tty, char **argv)
{
    setpgid(0, 0);
    signal(SIGTTOU, SIG_IGN);
    if (tcsetpgrp(tty, getpid()) != 0)
        die("tcsetpgrp");
    signal(SIGTTOU, SIG_DFL);
    for (int fd = 0; fd < 3; fd++)
        dup2(tty, fd);
    if (tty > 2)
        close(tty);
    execvp(argv[0], argv);
    die(argv[0]);
}

/* Says where the job has stopped, and lets it go on when a byte comes. */
static void continue_job(int tty, int orders, pid_t job)
{
    static const char text[] = "[stopped]";
    char order;

    if (write(tty, text, sizeof text - 1) < 0 || read(orders, &order, 1) != 1)
        die("fg");
    kill(-job, SIGCONT);
}

static void be_shell(const char *name, int orders, char **argv)
{
    int status = 0;
    int tty;
    pid_t job;

    setsid();
    tty = open(name, O_RDWR);
    if (tty < 0 || ioctl(tty, TIOCSCTTY, 0) != 0)
        die(name);
    job = fork();
    if (job == 0)
        become_job(tty, argv);
    while (waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status))
        continue_job(tty, orders, job);
    exit(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
}

/* ---- who sits before it */

struct terminal {
    int master;
    int orders; /* to the shell */
    char seen[65536];
    size_t size;
    size_t from; /* where the next TEXT is looked for */
};

/* Reads until text is shown, or to the end where text is NULL. False at the end. */
static int await(struct terminal *terminal, const char *text)
{
    for (;;) {
        char *free = terminal->seen + terminal->size;
        const char *at = text ? strstr(terminal->seen + terminal->from, text) : NULL;
        ssize_t n;

        if (at) {
            terminal->from = (size_t)(at - terminal->seen) + strlen(text);
            return 1;
        }
        n = read(terminal->master, free, sizeof terminal->seen - 1 - terminal->size);
        if (n <= 0)
            return 0;
        terminal->size += (size_t)n;
        fwrite(free, 1, (size_t)n, stdout);
        fflush(stdout);
    }
}

static void type(const struct terminal *terminal, const char *keys)
{
    if (strcmp(keys, "fg") == 0) {
        if (write(terminal->orders, "g", 1) != 1)
            die("fg");
        return;
    }
    for (; *keys; keys++) {
        char key = *keys == '^' && keys[1] ? (char)(*++keys & 0x1F) : *keys;

        if (write(terminal->master, &key, 1) != 1)
            die("type");
    }
}

int main(int argc, char **argv)
{
    static struct terminal terminal;
    int ends[2];
    int first = 1;
    int status = 0;
    pid_t shell;

    while (first < argc && strcmp(argv[first], "--") != 0)
        first++;
    terminal.master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (first + 1 >= argc || terminal.master < 0 || unlockpt(terminal.master) != 0 || pipe2(ends, O_CLOEXEC) != 0)
        die("usage: terminal [TEXT KEYS]... -- COMMAND ARG...");
    shell = fork();
    if (shell == 0)
        be_shell(ptsname(terminal.master), ends[0], argv + first + 1);
    terminal.orders = ends[1];
    for (int i = 1; i + 1 < first; i += 2)
        if (await(&terminal, argv[i]))
            type(&terminal, argv[i + 1]);
    await(&terminal, NULL);
    waitpid(shell, &status, 0);
    return WEXITSTATUS(status);
}
