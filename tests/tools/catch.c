/*
 * catch SIGS: says "ready PID", waits for the first of these signals and, for a fifth of a second more,
 * whether another one comes. Says "got N" of each, and exits with how many there were. SIGS: 1,15
 */
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    const struct timespec longer = {.tv_nsec = 200 * 1000 * 1000};
    uint64_t set = 0;
    long got = 0;
    int count = 0;
    char *end = argc > 1 ? argv[1] : "";

    for (const char *list = end; *list; list = *end == ',' ? end + 1 : end)
        set |= UINT64_C(1) << (strtol(list, &end, 10) - 1);
    syscall(SYS_rt_sigprocmask, SIG_BLOCK, &set, NULL, sizeof set);
    printf("ready %d\n", (int)getpid());
    fflush(stdout);
    while ((got = syscall(SYS_rt_sigtimedwait, &set, NULL, count > 0 ? &longer : NULL, sizeof set)) > 0 ||
           errno == EINTR)
        if (got > 0) {
            count++;
            printf("got %ld\n", got);
            fflush(stdout);
        }
    return count;
}
