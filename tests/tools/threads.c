/*
 * threads N: a process of N threads beside its first. It says "ready" when they all run, and ends
 * with its standard input.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void *wait_for_ever(void *unused)
{
    for (;;)
        pause();
    return unused;
}

int main(int argc, char **argv)
{
    pthread_t thread;
    char byte;

    for (int i = argc > 1 ? atoi(argv[1]) : 0; i > 0; i--)
        if (pthread_create(&thread, NULL, wait_for_ever, NULL) != 0)
            return 125;
    puts("ready");
    fflush(stdout);
    while (read(STDIN_FILENO, &byte, 1) > 0)
        continue;
    return 0;
}
