#include "pyos/os/confstr.h"

#include "pyos/os/configuration.h"
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

/* By number; those that no row has are empty. */
enum { PATH = 0, LIBC_VERSION = 2, LIBPTHREAD_VERSION = 3, LFS64_CFLAGS = 1004, LFS64_LINTFLAGS = 1007,
       LP64_CFLAGS = 1108, LP64_LDFLAGS = 1109 };

struct arguments {
    struct pyos_configuration name;
};

static const char *answer(int number)
{
    switch (number) {
    case PATH: return "/bin:/usr/bin";
    case LIBC_VERSION: return pyos_sys_libc();
    case LIBPTHREAD_VERSION: return pyos_sys_libpthread();
    case LFS64_CFLAGS:
    case LFS64_LINTFLAGS: return "-D_LARGEFILE64_SOURCE";
    case LP64_CFLAGS:
    case LP64_LDFLAGS: return "-m64";
    default: return "";
    }
}

static int run_confstr(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    int number;

    if (pyos_os_configuration(&names, &given->name, &number, call->error) != 0)
        return -1;
    for (size_t i = 0; i < names.count; i++)
        if (names.items[i].value == number) {
            call->result.str = pyos_str(answer(number));
            return 0;
        }
    return pyos_error_os(call->error, EINVAL);
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
     .size = sizeof(struct arguments), .result = PYOS_TYPE_STR, .run = run_confstr},
    {.name = "confstr_names", .doc = "The names that confstr takes, and their numbers.", .result = PYOS_TYPE_NAMED,
     .flags = PYOS_FUNCTION_VALUE, .run = run_confstr_names},
};

const struct pyos_section pyos_os_confstr_section = {
    "Miscellaneous System Information", NULL, functions, sizeof functions / sizeof *functions,
};
