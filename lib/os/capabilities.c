#include "pyos/os/capabilities.h"

#include <stdio.h>

/* include/uapi/linux/capability.h, in the order of the numbers */
static const char *const names[] = {
    "CAP_CHOWN",           "CAP_DAC_OVERRIDE",    "CAP_DAC_READ_SEARCH", "CAP_FOWNER",
    "CAP_FSETID",          "CAP_KILL",            "CAP_SETGID",          "CAP_SETUID",
    "CAP_SETPCAP",         "CAP_LINUX_IMMUTABLE", "CAP_NET_BIND_SERVICE", "CAP_NET_BROADCAST",
    "CAP_NET_ADMIN",       "CAP_NET_RAW",         "CAP_IPC_LOCK",        "CAP_IPC_OWNER",
    "CAP_SYS_MODULE",      "CAP_SYS_RAWIO",       "CAP_SYS_CHROOT",      "CAP_SYS_PTRACE",
    "CAP_SYS_PACCT",       "CAP_SYS_ADMIN",       "CAP_SYS_BOOT",        "CAP_SYS_NICE",
    "CAP_SYS_RESOURCE",    "CAP_SYS_TIME",        "CAP_SYS_TTY_CONFIG",  "CAP_MKNOD",
    "CAP_LEASE",           "CAP_AUDIT_WRITE",     "CAP_AUDIT_CONTROL",   "CAP_SETFCAP",
    "CAP_MAC_OVERRIDE",    "CAP_MAC_ADMIN",       "CAP_SYSLOG",          "CAP_WAKE_ALARM",
    "CAP_BLOCK_SUSPEND",   "CAP_AUDIT_READ",      "CAP_PERFMON",         "CAP_BPF",
    "CAP_CHECKPOINT_RESTORE",
};

enum { NAMES = sizeof names / sizeof *names, BITS = 64 };

static const char *name_of(int number, struct pyos_arena *arena)
{
    char digits[sizeof "63"];
    int size;

    if (number < NAMES)
        return names[number];
    size = snprintf(digits, sizeof digits, "%d", number);
    return pyos_arena_copy(arena, digits, (size_t)size); /* two digits */
}

struct pyos_words pyos_capabilities_words(uint64_t set, struct pyos_arena *arena)
{
    struct pyos_words words = {pyos_arena_get(arena, BITS * sizeof *words.items), 0};

    for (int i = 0; words.items && i < BITS; i++)
        if (set >> i & 1) {
            const char *name = name_of(i, arena);

            if (!name)
                return (struct pyos_words){0};
            words.items[words.count++] = name;
        }
    return words;
}
