/*
 * Stops a command at its system calls (ptrace), so that what is rare happens for certain:
 *
 *   trace untyped -- COMMAND ARG...     directories tell no types: every d_type is DT_UNKNOWN
 *   trace at N SCRIPT -- COMMAND ARG... sh runs SCRIPT before the Nth system call, counted from
 *                                       the opening of the first directory to the closing of
 *                                       standard output; is there none, it does not run
 *
 * Exits as the command does; 125 where it cannot trace.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

/* struct ptrace_syscall_info (include/uapi/linux/ptrace.h): the two libcs have different names for it. */
enum { ENTRY = 1, EXIT = 2 };
struct call_info {
    uint8_t op;
    uint8_t padding[3];
    uint32_t arch;
    uint64_t instruction_pointer, stack_pointer;
    union {
        struct { uint64_t number, arguments[6]; } entry;
        struct { int64_t result; uint8_t is_error; } exit;
    } of;
};

/* struct linux_dirent64 up to its name. */
enum { LENGTH_AT = 16, TYPE_AT = 18 };

struct trace {
    pid_t pid;
    long at; /* of "at": the number, or 0 */
    const char *script;
    long count;
    bool over; /* what follows is not the command's own work: counters of --enable-gcov, say */
    struct call_info entry; /* of the call at hand */
};

static void die(const char *what)
{
    fprintf(stderr, "trace: %s: %s\n", what, strerror(errno));
    exit(125);
}

/* Clears the type in each record that getdents64 left in the memory of the command. */
static void forget_types(const struct trace *trace, size_t size)
{
    static unsigned char records[1 << 20];
    struct iovec here = {records, size};
    struct iovec there = {(void *)(uintptr_t)trace->entry.of.entry.arguments[1], size}; /* an address of the command */
    uint16_t length;

    if (size > sizeof records || process_vm_readv(trace->pid, &here, 1, &there, 1, 0) != (ssize_t)size)
        die("process_vm_readv");
    for (size_t at = 0; at < size; at += length) {
        memcpy(&length, records + at + LENGTH_AT, sizeof length);
        records[at + TYPE_AT] = 0;
    }
    if (process_vm_writev(trace->pid, &here, 1, &there, 1, 0) != (ssize_t)size)
        die("process_vm_writev");
}

static void count_call(struct trace *trace)
{
    const struct call_info *entry = &trace->entry;
    bool opens_directory = entry->of.entry.number == SYS_openat && entry->of.entry.arguments[2] & O_DIRECTORY;

    if (trace->over)
        return;
    trace->over = entry->of.entry.number == SYS_close && entry->of.entry.arguments[0] == STDOUT_FILENO;
    if ((trace->count > 0 || opens_directory) && ++trace->count == trace->at && system(trace->script) != 0)
        die(trace->script);
}

static void see(struct trace *trace)
{
    struct call_info info = {0};

    if (ptrace(PTRACE_GET_SYSCALL_INFO, trace->pid, (void *)sizeof info, &info) < 0)
        die("PTRACE_GET_SYSCALL_INFO");
    if (info.op == ENTRY) {
        trace->entry = info;
        if (trace->at > 0)
            count_call(trace);
    } else if (info.op == EXIT && trace->at == 0 && trace->entry.of.entry.number == SYS_getdents64 &&
               info.of.exit.result > 0) {
        forget_types(trace, (size_t)info.of.exit.result); /* > 0 */
    }
}

/* Follows the command to its end; its wait status. */
static int follow(struct trace *trace)
{
    int status;

    if (waitpid(trace->pid, &status, 0) < 0 || !WIFSTOPPED(status))
        die("the command did not stop");
    if (ptrace(PTRACE_SETOPTIONS, trace->pid, NULL, (void *)(PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)) != 0)
        die("PTRACE_SETOPTIONS");
    for (int signal = 0;;) {
        if (ptrace(PTRACE_SYSCALL, trace->pid, NULL, (void *)(intptr_t)signal) != 0)
            die("PTRACE_SYSCALL");
        if (waitpid(trace->pid, &status, 0) < 0)
            die("waitpid");
        if (!WIFSTOPPED(status))
            return status;
        signal = WSTOPSIG(status);
        if (signal == (SIGTRAP | 0x80)) /* as PTRACE_O_TRACESYSGOOD marks them */
            see(trace);
        if (signal == (SIGTRAP | 0x80) || signal == SIGTRAP)
            signal = 0;
    }
}

int main(int argc, char **argv)
{
    struct trace trace = {0};
    int command = argc > 1 && strcmp(argv[1], "at") == 0 ? 5 : 3;
    int status;

    if (argc <= command || strcmp(argv[command - 1], "--") != 0) {
        fprintf(stderr, "usage: trace untyped|at N SCRIPT -- COMMAND ARG...\n");
        return 125;
    }
    if (command == 5) {
        trace.at = strtol(argv[2], NULL, 10);
        trace.script = argv[3];
    }
    trace.pid = fork();
    if (trace.pid < 0)
        die("fork");
    if (trace.pid == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
            die("PTRACE_TRACEME");
        execvp(argv[command], argv + command);
        die(argv[command]);
    }
    status = follow(&trace);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
