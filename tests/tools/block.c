/*
 * block CALL[:FLAGS]=ERRNO... -- COMMAND ARG...: runs a command to which the kernel lacks (or forbids)
 * some system calls; with FLAGS, a number, those alone whose first argument has one of these bits.
 * ERRNO is one of the names below, or any number. For the tests of fallbacks; a seccomp filter, so
 * root is not needed.
 */
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* include/uapi/linux/filter.h, seccomp.h: musl-gcc does not see them. */
struct filter {
    uint16_t code;
    uint8_t yes, no;
    uint32_t value;
};
struct program {
    unsigned short count;
    struct filter *filters;
};
enum {
    LOAD_WORD = 0x20,
    JUMP_IF_EQUAL = 0x15,
    JUMP_IF_BIT = 0x45,
    RETURN = 0x06,
    ALLOW = 0x7FFF0000,
    FAIL_WITH = 0x00050000,
    NUMBER_AT = 0,    /* of struct seccomp_data */
    ARGUMENT_AT = 16, /* the lower half of the first, on the machines where this runs */
    FILTER_MODE = 2,
    MOST = 16,
};

static const struct { const char *name; long number; } calls[] = {
    {"statx", SYS_statx},       {"openat2", 437},         {"clone3", 435},          {"close_range", 436},
    {"clone", SYS_clone},       {"pidfd_open", 434},      {"getrandom", SYS_getrandom}, {"fchmodat2", 452},
    {"vfork", 58},              {"waitid", SYS_waitid},   {"faccessat2", 439},        {"renameat2", SYS_renameat2},
    {"sched_setattr", SYS_sched_setattr},
    {"sched_getattr", SYS_sched_getattr},                 {"pidfd_send_signal", 424},
    {"getdents64", SYS_getdents64},                       {"signalfd4", SYS_signalfd4}, {"kill", SYS_kill},
    {"statfs", SYS_statfs},     {"setxattrat", 463},      {"getxattrat", 464},      {"listxattrat", 465},
    {"removexattrat", 466},
    {"openat", SYS_openat},     {"open", 2},              {"uname", SYS_uname},     {"getcwd", SYS_getcwd},
};
static const struct { const char *name; int number; } errors[] = {
    {"ENOSYS", ENOSYS}, {"EPERM", EPERM}, {"EAGAIN", EAGAIN}, {"EINVAL", EINVAL}, {"EACCES", EACCES},
};

static void die(const char *what)
{
    fprintf(stderr, "block: %s\n", what);
    exit(125);
}

static long call_of(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (strlen(calls[i].name) == length && memcmp(calls[i].name, name, length) == 0)
            return calls[i].number;
    die(name);
    return 0;
}

static int error_of(const char *name)
{
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (strcmp(errors[i].name, name) == 0)
            return errors[i].number;
    if (atoi(name) <= 0)
        die(name);
    return atoi(name);
}

/* Adds the rule that a word says, of at most five filters; the number of the call is loaded before and after. */
static unsigned short add_rule(struct filter *filters, const char *word)
{
    const char *equals = strchr(word, '=');
    const char *colon = strchr(word, ':');
    const char *end = colon && colon < equals ? colon : equals;
    struct filter refuse;
    uint32_t call;

    if (!equals)
        die(word);
    call = (uint32_t)call_of(word, (size_t)(end - word));
    refuse = (struct filter){RETURN, 0, 0, FAIL_WITH | (uint32_t)error_of(equals + 1)};
    if (end == equals) {
        filters[0] = (struct filter){JUMP_IF_EQUAL, 0, 1, call};
        filters[1] = refuse;
        return 2;
    }
    filters[0] = (struct filter){JUMP_IF_EQUAL, 0, 4, call};
    filters[1] = (struct filter){LOAD_WORD, 0, 0, ARGUMENT_AT};
    filters[2] = (struct filter){JUMP_IF_BIT, 0, 1, (uint32_t)strtoul(colon + 1, NULL, 0)};
    filters[3] = refuse;
    filters[4] = (struct filter){LOAD_WORD, 0, 0, NUMBER_AT};
    return 5;
}

int main(int argc, char **argv)
{
    struct filter filters[5 * MOST + 2] = {{LOAD_WORD, 0, 0, NUMBER_AT}};
    unsigned short count = 1;
    int i = 1;

    for (; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (i > MOST)
            die(argv[i]);
        count = (unsigned short)(count + add_rule(filters + count, argv[i])); /* at most 5 * MOST + 1 */
    }
    filters[count++] = (struct filter){RETURN, 0, 0, ALLOW};
    if (i + 1 >= argc)
        die("usage: block CALL[:FLAGS]=ERRNO... -- COMMAND ARG...");
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, FILTER_MODE, &(struct program){count, filters}) != 0)
        die(strerror(errno));
    execvp(argv[i + 1], argv + i + 1);
    die(strerror(errno));
}
