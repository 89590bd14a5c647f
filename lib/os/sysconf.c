#include "pyos/os/sysconf.h"

#include "pyos/os/configuration.h"
#include "pyos/os/file_text.h"
#include "pyos/os/sysconf_number.h"
#include "pyos/os/system.h"
#include "pyos/py/constant.h"
#include "pyos/py/cpus.h"
#include "pyos/sys/machine.h"
#include "pyos/sys/rlimit.h"

#include <errno.h>
#include <limits.h>
#include <sys/resource.h>

/* What an answer comes from. */
enum source {
    FIXED, /* the row, as glibc has it */
    UNKNOWN,
    ARGUMENTS,
    CHILDREN,
    CONFIGURED_CPUS,
    DESCRIPTORS,
    FREE_PAGES,
    GROUPS,
    ONLINE_CPUS,
    PAGES,
    PAGE_BYTES,
    SIGNALS,
    SIGNAL_STACK,
    THREAD_STACK,
    TICKS,
};

/* In the order of the alphabet. The numbers are glibc's, on every machine, for musl has not all the names. */
static const struct row {
    struct pyos_constant name;
    enum source source;
    int64_t value;
} rows[] = {
    {{"SC_2_CHAR_TERM", 95}, FIXED, 200809},
    {{"SC_2_C_BIND", 47}, FIXED, 200809},
    {{"SC_2_C_DEV", 48}, FIXED, 200809},
    {{"SC_2_C_VERSION", 96}, FIXED, 200809},
    {{"SC_2_FORT_DEV", 49}, FIXED, -1},
    {{"SC_2_FORT_RUN", 50}, FIXED, -1},
    {{"SC_2_LOCALEDEF", 52}, FIXED, 200809},
    {{"SC_2_SW_DEV", 51}, FIXED, 200809},
    {{"SC_2_UPE", 97}, FIXED, -1},
    {{"SC_2_VERSION", 46}, FIXED, 200809},
    {{"SC_AIO_LISTIO_MAX", 23}, FIXED, -1},
    {{"SC_AIO_MAX", 24}, FIXED, -1},
    {{"SC_AIO_PRIO_DELTA_MAX", 25}, FIXED, 20},
    {{"SC_ARG_MAX", 0}, ARGUMENTS, 0},
    {{"SC_ASYNCHRONOUS_IO", 12}, FIXED, 200809},
    {{"SC_ATEXIT_MAX", 87}, FIXED, INT_MAX},
    {{"SC_AVPHYS_PAGES", 86}, FREE_PAGES, 0},
    {{"SC_BC_BASE_MAX", 36}, FIXED, 99},
    {{"SC_BC_DIM_MAX", 37}, FIXED, 2048},
    {{"SC_BC_SCALE_MAX", 38}, FIXED, 99},
    {{"SC_BC_STRING_MAX", 39}, FIXED, 1000},
    {{"SC_CHARCLASS_NAME_MAX", 45}, FIXED, 2048},
    {{"SC_CHAR_BIT", 101}, FIXED, 8},
    {{"SC_CHAR_MAX", 102}, FIXED, CHAR_MAX},
    {{"SC_CHAR_MIN", 103}, FIXED, CHAR_MIN},
    {{"SC_CHILD_MAX", 1}, CHILDREN, 0},
    {{"SC_CLK_TCK", 2}, TICKS, 0},
    {{"SC_COLL_WEIGHTS_MAX", 40}, FIXED, 255},
    {{"SC_DELAYTIMER_MAX", 26}, FIXED, INT_MAX},
    {{"SC_EQUIV_CLASS_MAX", 41}, UNKNOWN, 0},
    {{"SC_EXPR_NEST_MAX", 42}, FIXED, 32},
    {{"SC_FSYNC", 15}, FIXED, 200809},
    {{"SC_GETGR_R_SIZE_MAX", 69}, FIXED, 1024},
    {{"SC_GETPW_R_SIZE_MAX", 70}, FIXED, 1024},
    {{"SC_INT_MAX", 104}, FIXED, INT_MAX},
    {{"SC_INT_MIN", 105}, FIXED, INT_MIN},
    {{"SC_IOV_MAX", 60}, FIXED, 1024},
    {{"SC_JOB_CONTROL", 7}, FIXED, 1},
    {{"SC_LINE_MAX", 43}, FIXED, 2048},
    {{"SC_LOGIN_NAME_MAX", 71}, FIXED, 256},
    {{"SC_LONG_BIT", 106}, FIXED, 64},
    {{"SC_MAPPED_FILES", 16}, FIXED, 200809},
    {{"SC_MB_LEN_MAX", 108}, FIXED, 16},
    {{"SC_MEMLOCK", 17}, FIXED, 200809},
    {{"SC_MEMLOCK_RANGE", 18}, FIXED, 200809},
    {{"SC_MEMORY_PROTECTION", 19}, FIXED, 200809},
    {{"SC_MESSAGE_PASSING", 20}, FIXED, 200809},
    {{"SC_MINSIGSTKSZ", 249}, SIGNAL_STACK, 0},
    {{"SC_MQ_OPEN_MAX", 27}, FIXED, -1},
    {{"SC_MQ_PRIO_MAX", 28}, FIXED, 32768},
    {{"SC_NGROUPS_MAX", 3}, GROUPS, 0},
    {{"SC_NL_ARGMAX", 119}, FIXED, 4096},
    {{"SC_NL_LANGMAX", 120}, FIXED, 2048},
    {{"SC_NL_MSGMAX", 121}, FIXED, INT_MAX},
    {{"SC_NL_NMAX", 122}, FIXED, INT_MAX},
    {{"SC_NL_SETMAX", 123}, FIXED, INT_MAX},
    {{"SC_NL_TEXTMAX", 124}, FIXED, INT_MAX},
    {{"SC_NPROCESSORS_CONF", 83}, CONFIGURED_CPUS, 0},
    {{"SC_NPROCESSORS_ONLN", 84}, ONLINE_CPUS, 0},
    {{"SC_NZERO", 109}, FIXED, 20},
    {{"SC_OPEN_MAX", 4}, DESCRIPTORS, 0},
    {{"SC_PAGESIZE", 30}, PAGE_BYTES, 0},
    {{"SC_PAGE_SIZE", 30}, PAGE_BYTES, 0},
    {{"SC_PASS_MAX", 88}, FIXED, 8192},
    {{"SC_PHYS_PAGES", 85}, PAGES, 0},
    {{"SC_PII", 53}, FIXED, -1},
    {{"SC_PII_INTERNET", 56}, FIXED, -1},
    {{"SC_PII_INTERNET_DGRAM", 62}, FIXED, -1},
    {{"SC_PII_INTERNET_STREAM", 61}, FIXED, -1},
    {{"SC_PII_OSI", 57}, FIXED, -1},
    {{"SC_PII_OSI_CLTS", 64}, FIXED, -1},
    {{"SC_PII_OSI_COTS", 63}, FIXED, -1},
    {{"SC_PII_OSI_M", 65}, FIXED, -1},
    {{"SC_PII_SOCKET", 55}, FIXED, -1},
    {{"SC_PII_XTI", 54}, FIXED, -1},
    {{"SC_POLL", 58}, FIXED, -1},
    {{"SC_PRIORITIZED_IO", 13}, FIXED, 200809},
    {{"SC_PRIORITY_SCHEDULING", 10}, FIXED, 200809},
    {{"SC_REALTIME_SIGNALS", 9}, FIXED, 200809},
    {{"SC_RE_DUP_MAX", 44}, FIXED, 32767},
    {{"SC_RTSIG_MAX", 31}, FIXED, 32},
    {{"SC_SAVED_IDS", 8}, FIXED, 1},
    {{"SC_SCHAR_MAX", 111}, FIXED, 127},
    {{"SC_SCHAR_MIN", 112}, FIXED, -128},
    {{"SC_SELECT", 59}, FIXED, -1},
    {{"SC_SEMAPHORES", 21}, FIXED, 200809},
    {{"SC_SEM_NSEMS_MAX", 32}, FIXED, -1},
    {{"SC_SEM_VALUE_MAX", 33}, FIXED, INT_MAX},
    {{"SC_SHARED_MEMORY_OBJECTS", 22}, FIXED, 200809},
    {{"SC_SHRT_MAX", 113}, FIXED, 32767},
    {{"SC_SHRT_MIN", 114}, FIXED, -32768},
    {{"SC_SIGQUEUE_MAX", 34}, SIGNALS, 0},
    {{"SC_SSIZE_MAX", 110}, FIXED, 32767},
    {{"SC_STREAM_MAX", 5}, FIXED, 16},
    {{"SC_SYNCHRONIZED_IO", 14}, FIXED, 200809},
    {{"SC_THREADS", 67}, FIXED, 200809},
    {{"SC_THREAD_ATTR_STACKADDR", 77}, FIXED, 200809},
    {{"SC_THREAD_ATTR_STACKSIZE", 78}, FIXED, 200809},
    {{"SC_THREAD_DESTRUCTOR_ITERATIONS", 73}, FIXED, 4},
    {{"SC_THREAD_KEYS_MAX", 74}, FIXED, 1024},
    {{"SC_THREAD_PRIORITY_SCHEDULING", 79}, FIXED, 200809},
    {{"SC_THREAD_PRIO_INHERIT", 80}, FIXED, 200809},
    {{"SC_THREAD_PRIO_PROTECT", 81}, FIXED, 200809},
    {{"SC_THREAD_PROCESS_SHARED", 82}, FIXED, 200809},
    {{"SC_THREAD_SAFE_FUNCTIONS", 68}, FIXED, 200809},
    {{"SC_THREAD_STACK_MIN", 75}, THREAD_STACK, 0},
    {{"SC_THREAD_THREADS_MAX", 76}, FIXED, -1},
    {{"SC_TIMERS", 11}, FIXED, 200809},
    {{"SC_TIMER_MAX", 35}, FIXED, -1},
    {{"SC_TTY_NAME_MAX", 72}, FIXED, 32},
    {{"SC_TZNAME_MAX", 6}, FIXED, -1},
    {{"SC_T_IOV_MAX", 66}, FIXED, -1},
    {{"SC_UCHAR_MAX", 115}, FIXED, 255},
    {{"SC_UINT_MAX", 116}, FIXED, UINT_MAX},
    {{"SC_UIO_MAXIOV", 60}, FIXED, 1024},
    {{"SC_ULONG_MAX", 117}, FIXED, -1},
    {{"SC_USHRT_MAX", 118}, FIXED, 65535},
    {{"SC_VERSION", 29}, FIXED, 200809},
    {{"SC_WORD_BIT", 107}, FIXED, 32},
    {{"SC_XBS5_ILP32_OFF32", 125}, FIXED, -1},
    {{"SC_XBS5_ILP32_OFFBIG", 126}, FIXED, -1},
    {{"SC_XBS5_LP64_OFF64", 127}, FIXED, 1},
    {{"SC_XBS5_LPBIG_OFFBIG", 128}, FIXED, -1},
    {{"SC_XOPEN_CRYPT", 92}, FIXED, -1},
    {{"SC_XOPEN_ENH_I18N", 93}, FIXED, 1},
    {{"SC_XOPEN_LEGACY", 129}, FIXED, 1},
    {{"SC_XOPEN_REALTIME", 130}, FIXED, 1},
    {{"SC_XOPEN_REALTIME_THREADS", 131}, FIXED, 1},
    {{"SC_XOPEN_SHM", 94}, FIXED, 1},
    {{"SC_XOPEN_UNIX", 91}, FIXED, 1},
    {{"SC_XOPEN_VERSION", 89}, FIXED, 700},
    {{"SC_XOPEN_XCU_VERSION", 90}, FIXED, 4},
    {{"SC_XOPEN_XPG2", 98}, FIXED, 1},
    {{"SC_XOPEN_XPG3", 99}, FIXED, 1},
    {{"SC_XOPEN_XPG4", 100}, FIXED, 1},
};

enum { COUNT = sizeof rows / sizeof *rows };

/* ---- sources */

/* -1 is no limit. */
static int64_t soft_limit(int resource)
{
    struct pyos_sys_limits limits;

    return pyos_sys_prlimit(0, resource, NULL, &limits) == 0 ? (int64_t)limits.soft : -1; /* RLIM_INFINITY is -1 */
}

/* A quarter of the stack, within bounds. */
static int64_t count_arguments(void)
{
    enum { LEAST = 131072, MOST = 6 * 1024 * 1024 };
    int64_t quarter = (int64_t)((uint64_t)soft_limit(RLIMIT_STACK) / 4); /* at most 2^62 */

    if (quarter < LEAST)
        return LEAST;
    return quarter < MOST ? quarter : MOST;
}

static int64_t count_online(void)
{
    struct pyos_cpus cpus;
    struct pyos_maybe count;
    struct pyos_error error;

    pyos_os_online(&cpus);
    if (pyos_cpus_count(&cpus) > 0)
        return pyos_cpus_count(&cpus);
    return pyos_os_cpu_count(&count, &error) == 0 && count.known ? count.value : 1;
}

static int64_t count_configured(void)
{
    struct pyos_cpus cpus;

    pyos_os_possible(&cpus);
    return pyos_cpus_count(&cpus) > 0 ? pyos_cpus_count(&cpus) : count_online();
}

static int64_t count_pages(bool free)
{
    struct pyos_sys_memory memory;

    pyos_sys_memory(&memory);
    return (int64_t)((free ? memory.free : memory.total) / pyos_sys_page_size()); /* of 64 bits each */
}

static int64_t count_groups(void)
{
    int64_t count;

    return pyos_file_number("/proc/sys/kernel/ngroups_max", &count) ? count : 65536;
}

static int64_t size_thread_stack(void)
{
    enum { LEAST = 16384 }; /* PTHREAD_STACK_MIN of glibc */

    return pyos_sys_signal_stack() > LEAST ? pyos_sys_signal_stack() : LEAST;
}

static int64_t ask(const struct row *row)
{
    switch (row->source) {
    case ARGUMENTS: return count_arguments();
    case CHILDREN: return soft_limit(RLIMIT_NPROC);
    case CONFIGURED_CPUS: return count_configured();
    case DESCRIPTORS: return soft_limit(RLIMIT_NOFILE);
    case FREE_PAGES: return count_pages(true);
    case GROUPS: return count_groups();
    case ONLINE_CPUS: return count_online();
    case PAGES: return count_pages(false);
    case PAGE_BYTES: return (int64_t)pyos_sys_page_size(); /* some kilobytes */
    case SIGNALS: return soft_limit(RLIMIT_SIGPENDING);
    case SIGNAL_STACK: return pyos_sys_signal_stack();
    case THREAD_STACK: return size_thread_stack();
    case TICKS: return pyos_sys_ticks();
    case FIXED:
    case UNKNOWN: break;
    }
    return row->value;
}

int pyos_os_sysconf(int number, int64_t *value, struct pyos_error *error)
{
    for (const struct row *row = rows; row < rows + COUNT; row++)
        if (row->name.value == number && row->source != UNKNOWN) {
            *value = ask(row);
            return 0;
        }
    return pyos_sysconf_number(number, value) ? 0 : pyos_error_os(error, EINVAL);
}

/* ---- the rows of functions */

struct arguments {
    struct pyos_configuration name;
};

static int list_names(struct pyos_arena *arena, struct pyos_named *names, struct pyos_error *error)
{
    struct pyos_constant *items = pyos_arena_get(arena, COUNT * sizeof *items);

    if (!items)
        return pyos_error_memory(error);
    for (size_t i = 0; i < COUNT; i++)
        items[i] = rows[i].name;
    *names = (struct pyos_named){items, COUNT};
    return 0;
}

static int run_sysconf(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct pyos_named names;
    int number;

    if (list_names(call->arena, &names, call->error) != 0 ||
        pyos_os_configuration(&names, &given->name, &number, call->error) != 0)
        return -1;
    return pyos_os_sysconf(number, &call->result.wide, call->error);
}

static int run_sysconf_names(struct pyos_call *call)
{
    return list_names(call->arena, &call->result.named, call->error);
}

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct arguments, name), .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY},
};

static const struct pyos_function functions[] = {
    {.name = "sysconf", .doc = "A limit or an option of the system, by name or number.", .params = params, .count = 1,
     .size = sizeof(struct arguments), .result = PYOS_TYPE_I64, .emulation = PYOS_SUPPORTED, .run = run_sysconf},
    {.name = "sysconf_names", .doc = "The names that sysconf takes, and their numbers.", .result = PYOS_TYPE_NAMED,
     .flags = PYOS_FUNCTION_VALUE, .emulation = PYOS_SUPPORTED, .run = run_sysconf_names},
};

const struct pyos_section pyos_os_sysconf_section = {
    "Miscellaneous System Information", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
