#include "pyos/py/elsewhere.h"

static const char windows[] = "Windows";
static const char macos[] = "macOS";
static const char bsd[] = "macOS and the BSDs";
static const char freebsd[] = "FreeBSD";

static const struct {
    const char *name;
    const char *where;
} rows[] = {
    {"EX_NOTFOUND", "systems of old, by their sysexits.h"},
    {"O_BINARY", windows},
    {"O_EVTONLY", macos},
    {"O_EXLOCK", bsd},
    {"O_NOFOLLOW_ANY", macos},
    {"O_NOINHERIT", windows},
    {"O_RANDOM", windows},
    {"O_SEQUENTIAL", windows},
    {"O_SHLOCK", bsd},
    {"O_SHORT_LIVED", windows},
    {"O_TEMPORARY", windows},
    {"O_TEXT", windows},
    {"PRIO_DARWIN_BG", macos},
    {"PRIO_DARWIN_NONUI", macos},
    {"PRIO_DARWIN_PROCESS", macos},
    {"PRIO_DARWIN_THREAD", macos},
    {"P_DETACH", windows},
    {"P_OVERLAY", windows},
    {"SCHED_SPORADIC", "systems with the sporadic server of POSIX"},
    {"SF_MNOWAIT", freebsd},
    {"SF_NOCACHE", freebsd},
    {"SF_NODISKIO", freebsd},
    {"SF_SYNC", freebsd},
    {"add_dll_directory", windows},
    {"chflags", bsd},
    {"get_handle_inheritable", windows},
    {"lchflags", bsd},
    {"lchmod", "Windows, macOS, FreeBSD and NetBSD"},
    {"listdrives", windows},
    {"listmounts", windows},
    {"listvolumes", windows},
    {"plock", "systems with sys/lock.h, such as Solaris"},
    {"set_handle_inheritable", windows},
    {"startfile", windows},
};

const char *pyos_elsewhere(struct pyos_str name)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (pyos_str_equal(pyos_str(rows[i].name), name))
            return rows[i].where;
    return NULL;
}
