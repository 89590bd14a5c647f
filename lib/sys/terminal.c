#include "pyos/sys/terminal.h"

#include "pyos/sys/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

enum { SHORT_PATH = 64 }; /* room for "/proc/self/fd/N" and "/dev/pts/N" */

static int check(int result)
{
    return result >= 0 ? result : -errno;
}

/* ioctl(2), whose request is an int to one libc and an unsigned long to the other. */
static int control(int fd, unsigned request, void *argument)
{
    return check((int)syscall(SYS_ioctl, fd, request, argument)); /* these requests give an int */
}

int pyos_sys_check_terminal(int fd)
{
    struct termios settings;

    return check(tcgetattr(fd, &settings));
}

/* Whether a path leads to the device that is open as fd. */
static bool is_same_device(const char *path, int fd)
{
    struct stat there;
    struct stat here;

    return stat(path, &there) == 0 && fstat(fd, &here) == 0 && there.st_dev == here.st_dev &&
           there.st_ino == here.st_ino;
}

int pyos_sys_ttyname(int fd, char *path, size_t capacity)
{
    char link[SHORT_PATH];
    int result = pyos_sys_check_terminal(fd);
    ssize_t size;

    if (result < 0)
        return result;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    size = readlink(link, path, capacity - 1);
    if (size < 0)
        return -ENODEV;
    path[size] = '\0';
    return is_same_device(path, fd) ? 0 : -ENODEV;
}

int pyos_sys_terminal_size(int fd, int *columns, int *lines)
{
    struct winsize size = {0};
    int result = control(fd, TIOCGWINSZ, &size);

    *columns = size.ws_col;
    *lines = size.ws_row;
    return result;
}

int pyos_sys_tcgetpgrp(int fd)
{
    return check(tcgetpgrp(fd));
}

int pyos_sys_tcsetpgrp(int fd, int group)
{
    return check(tcsetpgrp(fd, group));
}

int pyos_sys_openpt(int flags)
{
    return pyos_sys_open_as(pyos_place_native(AT_FDCWD), "/dev/ptmx", flags, 0);
}

int pyos_sys_unlockpt(int master)
{
    int locked = 0;

    return control(master, TIOCSPTLCK, &locked);
}

int pyos_sys_pts_number(int master)
{
    int number = 0;
    int result = control(master, TIOCGPTN, &number);

    return result < 0 ? result : number;
}

/* The other end of a master. */
static int open_slave(int master)
{
    char path[SHORT_PATH];
    int result = pyos_sys_unlockpt(master);
    int number = result < 0 ? result : pyos_sys_pts_number(master);

    if (number < 0)
        return number;
    snprintf(path, sizeof path, "/dev/pts/%d", number);
    return pyos_sys_open(pyos_place_native(AT_FDCWD), path, O_RDWR | O_NOCTTY);
}

int pyos_sys_openpty(int *master, int *slave)
{
    *master = pyos_sys_openpt(O_RDWR | O_NOCTTY);
    if (*master < 0)
        return *master;
    *slave = open_slave(*master);
    if (*slave >= 0)
        return 0;
    close(*master);
    return *slave;
}

int pyos_sys_login_tty(int fd)
{
    int result = pyos_sys_check_terminal(fd);

    if (result < 0)
        return result;
    setsid(); /* it fails for the leader of a group, whose session the terminal may become all the same */
    result = control(fd, TIOCSCTTY, NULL);
    if (result < 0)
        return result;
    for (int standard = 0; standard <= STDERR_FILENO; standard++)
        if (dup2(fd, standard) < 0)
            return -errno;
    return fd > STDERR_FILENO ? check(close(fd)) : 0;
}
