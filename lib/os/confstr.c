#include "pyos/os/confstr.h"

#include "pyos/os/configuration.h"
#include "pyos/os/search.h"
#include "pyos/py/constant.h"
#include "pyos/sys/machine.h"

#include <errno.h>

/* In the order of the alphabet. The numbers are glibc's. */
static const struct pyos_constant rows[] = {
    {"CS_GNU_LIBC_VERSION", 2},
    {"CS_GNU_LIBPTHREAD_VERSION", 3},
    {"CS_LFS64_CFLAGS", 1004},
    {"CS_LFS64_LDFLAGS", 1005},
    {"CS_LFS64_LIBS", 1006},
    {"CS_LFS64_LINTFLAGS", 1007},
    {"CS_LFS_CFLAGS", 1000},
    {"CS_LFS_LDFLAGS", 1001},
    {"CS_LFS_LIBS", 1002},
    {"CS_LFS_LINTFLAGS", 1003},
    {"CS_PATH", 0},
    {"CS_XBS5_ILP32_OFF32_CFLAGS", 1100},
    {"CS_XBS5_ILP32_OFF32_LDFLAGS", 1101},
    {"CS_XBS5_ILP32_OFF32_LIBS", 1102},
    {"CS_XBS5_ILP32_OFF32_LINTFLAGS", 1103},
    {"CS_XBS5_ILP32_OFFBIG_CFLAGS", 1104},
    {"CS_XBS5_ILP32_OFFBIG_LDFLAGS", 1105},
    {"CS_XBS5_ILP32_OFFBIG_LIBS", 1106},
    {"CS_XBS5_ILP32_OFFBIG_LINTFLAGS", 1107},
    {"CS_XBS5_LP64_OFF64_CFLAGS", 1108},
    {"CS_XBS5_LP64_OFF64_LDFLAGS", 1109},
    {"CS_XBS5_LP64_OFF64_LIBS", 1110},
    {"CS_XBS5_LP64_OFF64_LINTFLAGS", 1111},
    {"CS_XBS5_LPBIG_OFFBIG_CFLAGS", 1112},
    {"CS_XBS5_LPBIG_OFFBIG_LDFLAGS", 1113},
    {"CS_XBS5_LPBIG_OFFBIG_LIBS", 1114},
    {"CS_XBS5_LPBIG_OFFBIG_LINTFLAGS", 1115},
};

static const struct pyos_named names = {rows, sizeof rows / sizeof *rows};

/*
 * By number, those too that Python has no name for. The flags of compilers, of which there are four for each kind of
 * program (CFLAGS, LDFLAGS, LIBS, LINTFLAGS), are empty but for these.
 */
enum { PATH = 0, V6_WIDTHS = 1, LIBC_VERSION = 2, LIBPTHREAD_VERSION = 3, V5_WIDTHS = 4, V7_WIDTHS = 5,
       FLAGS = 1000, LFS64_CFLAGS = 1004, LFS64_LINTFLAGS = 1007, FLAGS_END = 1008,
       WIDTH_FLAGS = 1100, LP64_CFLAGS = 1108, LP64_LDFLAGS = 1109, V6_LP64_CFLAGS = 1124, V6_LP64_LDFLAGS = 1125,
       V7_LP64_CFLAGS = 1140, V7_LP64_LDFLAGS = 1141, V6_ENV = 1148, V7_ENV = 1149, WIDTH_FLAGS_END = 1150 };

struct arguments {
    struct pyos_configuration name;
};

/* NULL for a number that glibc does not know. */
static const char *answer(int number)
{
    switch (number) {
    case PATH: return PYOS_DEFPATH;
    case LFS64_CFLAGS:
    case LFS64_LINTFLAGS: return "-D_LARGEFILE64_SOURCE";
    case LP64_CFLAGS:
    case LP64_LDFLAGS:
    case V6_LP64_CFLAGS:
    case V6_LP64_LDFLAGS:
    case V7_LP64_CFLAGS:
    case V7_LP64_LDFLAGS: return pyos_sys_flags_64;
    case V5_WIDTHS: return "XBS5_LP64_OFF64";
    case V6_WIDTHS: return "POSIX_V6_LP64_OFF64";
    case V7_WIDTHS: return "POSIX_V7_LP64_OFF64";
    case V6_ENV:
    case V7_ENV: return "POSIXLY_CORRECT=1";
    default: break;
    }
    if ((number >= FLAGS && number < FLAGS_END) || (number >= WIDTH_FLAGS && number < WIDTH_FLAGS_END))
        return "";
    return NULL;
}

/* "musl 1.2.5", or the name alone. */
static int take_version(struct pyos_arena *arena, const char *name, struct pyos_str *text, struct pyos_error *error)
{
    const char *version = pyos_sys_libc_version();
    struct pyos_buf buf = {0};

    pyos_buf_text(&buf, name);
    pyos_buf_text(&buf, version ? " " : "");
    pyos_buf_text(&buf, version ? version : "");
    *text = (struct pyos_str){buf.failed ? NULL : pyos_arena_copy(arena, buf.data, buf.size), buf.size};
    pyos_buf_free(&buf);
    return text->data ? 0 : pyos_error_memory(error);
}

int pyos_os_libc(struct pyos_arena *arena, struct pyos_str *text, struct pyos_error *error)
{
    return take_version(arena, pyos_sys_libc, text, error);
}

static int run_confstr(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int number;

    if (pyos_os_configuration(&names, &given->name, &number, call->error) != 0)
        return -1;
    if (number == LIBC_VERSION)
        return pyos_os_libc(call->arena, &call->result.str, call->error);
    if (number == LIBPTHREAD_VERSION)
        return take_version(call->arena, pyos_sys_libpthread, &call->result.str, call->error);
    call->result.str = pyos_str(answer(number));
    return pyos_call_none(call, call->result.str.data ? 0 : -EINVAL);
}

static int run_confstr_names(struct pyos_call *call)
{
    call->result.named = names;
    return 0;
}

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct arguments, name), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
};

static const struct pyos_function functions[] = {
    {.name = "confstr", .doc = "A text of the system's configuration, by name or number.", .params = params, .count = 1,
     .size = sizeof(struct arguments), .result = PYOS_TYPE_STR, .emulation = PYOS_SUPPORTED, .run = run_confstr},
    {.name = "confstr_names", .doc = "The names that confstr takes, and their numbers.", .result = PYOS_TYPE_NAMED,
     .flags = PYOS_FUNCTION_VALUE, .emulation = PYOS_SUPPORTED, .run = run_confstr_names},
};

const struct pyos_section pyos_os_confstr_section = {
    "Miscellaneous System Information", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
