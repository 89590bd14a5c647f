#include "pyos/os/event.h"

#include "pyos/sys/event.h"

#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/timerfd.h>

enum { NS_PER_S = 1000000000 };

static const double NS_END = 9223372036854775808.0; /* 2^63: the first number of nanoseconds that is too large */

struct counter {
    struct pyos_fildes fd;
    uint32_t initval;
    int flags;
    uint64_t value;
};

struct memory {
    struct pyos_str name;
    int64_t flags; /* the lower half counts */
};

struct timer {
    struct pyos_fildes fd;
    int clockid;
    int flags;
    double initial;
    double interval;
    int64_t initial_ns;
    int64_t interval_ns;
};

static const struct counter counter_defaults = {.flags = EFD_CLOEXEC};
static const struct memory memory_defaults = {.flags = MFD_CLOEXEC};

#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define ONLY .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_ONLY
#define COUNTER(member) PYOS_PARAM(struct counter, member)
#define MEMORY(member) PYOS_PARAM(struct memory, member)
#define TIMER(member) PYOS_PARAM(struct timer, member)
#define FLAGS {TIMER(flags), .metavar = "N", .left_out = "0", .doc = "TFD_TIMER_ABSTIME, ..."}
#define SECONDS(member, text) {TIMER(member), .metavar = "SECONDS", .left_out = "0.0", .doc = text}
#define NANOSECONDS(member, called, text)                                                                       \
    {PYOS_PARAM_AS(struct timer, member, called, PYOS_TYPE_I64), .metavar = "NS", .left_out = "0", .doc = text, \
     .wording = &wide}
#define INITIAL "when it runs out; 0 stops it"
#define INTERVAL "when it runs out again, each time; 0 is never"

#define LARGE .large = "int too big to convert"

static const struct pyos_wording wide = {.type = PYOS_WORDING_INDEX, LARGE};
static const struct pyos_wording wide_unsigned = {.type = "an integer is required", LARGE};

static const struct pyos_param eventfd_params[] = {
    {COUNTER(initval), POSITIONAL},
    {COUNTER(flags), POSITIONAL, .left_out = "524288"},
};
static const struct pyos_param eventfd_read_params[] = {{COUNTER(fd), POSITIONAL}};
static const struct pyos_param eventfd_write_params[] = {
    {COUNTER(fd), POSITIONAL},
    {COUNTER(value), POSITIONAL, .wording = &wide_unsigned},
};
static const struct pyos_param memfd_params[] = {
    {MEMORY(name), POSITIONAL},
    {MEMORY(flags), POSITIONAL, .left_out = "1"},
};
static const struct pyos_param create_params[] = {
    {TIMER(clockid), ONLY},
    {TIMER(flags), .metavar = "N", .left_out = "0", .doc = "TFD_NONBLOCK"},
};
static const struct pyos_param gettime_params[] = {{TIMER(fd), ONLY}};
static const struct pyos_param settime_params[] = {
    {TIMER(fd), ONLY}, FLAGS, SECONDS(initial, INITIAL), SECONDS(interval, INTERVAL),
};
static const struct pyos_param settime_ns_params[] = {
    {TIMER(fd), ONLY}, FLAGS, NANOSECONDS(initial_ns, "initial", INITIAL),
    NANOSECONDS(interval_ns, "interval", INTERVAL),
};

static int run_eventfd(struct pyos_call *call)
{
    const struct counter *given = call->arguments;

    return pyos_call_number(call, pyos_sys_eventfd(given->initval, given->flags));
}

static int run_eventfd_read(struct pyos_call *call)
{
    const struct counter *given = call->arguments;

    return pyos_call_none(call, pyos_sys_eventfd_read(given->fd.value, &call->result.wide_unsigned));
}

static int run_eventfd_write(struct pyos_call *call)
{
    const struct counter *given = call->arguments;

    return pyos_call_none(call, pyos_sys_eventfd_write(given->fd.value, given->value));
}

static int run_memfd_create(struct pyos_call *call)
{
    const struct memory *given = call->arguments;

    return pyos_call_number(call, pyos_sys_memfd_create(given->name.data, (uint32_t)given->flags)); /* as CPython */
}

/* Whatever the flags say, programs do not get it, as in CPython. */
static int run_timerfd_create(struct pyos_call *call)
{
    const struct timer *given = call->arguments;

    return pyos_call_number(call, pyos_sys_timerfd_create(given->clockid, given->flags | TFD_CLOEXEC));
}

static int fd_of(const struct pyos_call *call)
{
    const struct timer *given = call->arguments;

    return given->fd.value;
}

/* Seconds, rounded down to a nanosecond. */
static int read_seconds(double seconds, int64_t *ns, struct pyos_error *error)
{
    double exact = seconds * NS_PER_S;

    if (!(exact >= -NS_END && exact < NS_END)) /* nan too */
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "timestamp out of range for platform time_t");
    *ns = (int64_t)exact; /* in range, cut towards zero */
    *ns -= (double)*ns > exact; /* only where there is a fraction, so far from the end */
    return 0;
}

/* As CPython divides: whole seconds are exact. */
static double seconds_of(int64_t ns)
{
    return ns % NS_PER_S == 0 ? (double)(ns / NS_PER_S) : (double)ns / NS_PER_S;
}

/* What a call has left in timer, in seconds; or its errno. */
static int give_seconds(struct pyos_call *call, int result, const struct pyos_sys_timer *timer)
{
    call->result.reals[0] = seconds_of(timer->initial);
    call->result.reals[1] = seconds_of(timer->interval);
    return pyos_call_none(call, result);
}

static int give_nanoseconds(struct pyos_call *call, int result, const struct pyos_sys_timer *timer)
{
    call->result.wides[0] = timer->initial;
    call->result.wides[1] = timer->interval;
    return pyos_call_none(call, result);
}

static int run_timerfd_gettime(struct pyos_call *call)
{
    struct pyos_sys_timer timer;

    return give_seconds(call, pyos_sys_timerfd_gettime(fd_of(call), &timer), &timer);
}

static int run_timerfd_gettime_ns(struct pyos_call *call)
{
    struct pyos_sys_timer timer;

    return give_nanoseconds(call, pyos_sys_timerfd_gettime(fd_of(call), &timer), &timer);
}

static int run_timerfd_settime(struct pyos_call *call)
{
    const struct timer *given = call->arguments;
    struct pyos_sys_timer timer;
    struct pyos_sys_timer old;

    if (read_seconds(given->initial, &timer.initial, call->error) != 0 ||
        read_seconds(given->interval, &timer.interval, call->error) != 0)
        return -1;
    return give_seconds(call, pyos_sys_timerfd_settime(fd_of(call), given->flags, &timer, &old), &old);
}

static int run_timerfd_settime_ns(struct pyos_call *call)
{
    const struct timer *given = call->arguments;
    const struct pyos_sys_timer timer = {given->initial_ns, given->interval_ns};
    struct pyos_sys_timer old;

    return give_nanoseconds(call, pyos_sys_timerfd_settime(fd_of(call), given->flags, &timer, &old), &old);
}

#define COUNT(rows) sizeof rows / sizeof *rows
#define ITEM(member, called, type) {PYOS_FIELD_AS(union pyos_result, member, called, type), .flags = PYOS_FIELD_ITEM}

static const struct pyos_field seconds_fields[] = {
    ITEM(reals[0], "initial", PYOS_TYPE_FLOAT),
    ITEM(reals[1], "interval", PYOS_TYPE_FLOAT),
};
static const struct pyos_record seconds_record = {"", seconds_fields, COUNT(seconds_fields)};

static const struct pyos_field nanoseconds_fields[] = {
    ITEM(wides[0], "initial", PYOS_TYPE_I64),
    ITEM(wides[1], "interval", PYOS_TYPE_I64),
};
static const struct pyos_record nanoseconds_record = {"", nanoseconds_fields, COUNT(nanoseconds_fields)};

#define ROWS(params_, type) .params = params_, .count = COUNT(params_), .size = sizeof(struct type)
#define SECONDS_RESULT .result = PYOS_TYPE_RECORD, .record = &seconds_record
#define NANOSECONDS_RESULT .result = PYOS_TYPE_RECORD, .record = &nanoseconds_record
#define INSIDE .flags = PYOS_FUNCTION_INSIDE

static const struct pyos_function functions[] = {
    {.name = "eventfd", .doc = "The descriptor of a new counter. FLAGS: EFD_CLOEXEC, EFD_NONBLOCK, EFD_SEMAPHORE.",
     ROWS(eventfd_params, counter), .defaults = &counter_defaults, .result = PYOS_TYPE_FD, INSIDE,
     .emulation = PYOS_EMULATED, .run = run_eventfd},
    {.name = "eventfd_read", .doc = "Takes what a counter holds, and waits while that is 0.",
     ROWS(eventfd_read_params, counter), .result = PYOS_TYPE_U64, .emulation = PYOS_EMULATED, .run = run_eventfd_read},
    {.name = "eventfd_write", .doc = "Adds to a counter, and waits while it is full.",
     ROWS(eventfd_write_params, counter), .result = PYOS_TYPE_NONE,
     .emulation = PYOS_EMULATED, .run = run_eventfd_write},
    {.name = "memfd_create", .doc = "The descriptor of a new file in memory. FLAGS: MFD_CLOEXEC, ...",
     ROWS(memfd_params, memory), .defaults = &memory_defaults, .result = PYOS_TYPE_FD, INSIDE,
     .emulation = PYOS_EMULATED, .run = run_memfd_create},
};

static const struct pyos_function timer_functions[] = {
    {.name = "timerfd_create", .doc = "The descriptor of a new timer. CLOCKID: 0 is the time of day, 1 monotonic.",
     ROWS(create_params, timer), .result = PYOS_TYPE_FD, INSIDE, .emulation = PYOS_EMULATED, .run = run_timerfd_create},
    {.name = "timerfd_gettime", .doc = "What is left of a timer, and its interval, in seconds.",
     ROWS(gettime_params, timer), SECONDS_RESULT, .emulation = PYOS_EMULATED, .run = run_timerfd_gettime},
    {.name = "timerfd_gettime_ns", .doc = "The same in nanoseconds.", ROWS(gettime_params, timer),
     NANOSECONDS_RESULT, .emulation = PYOS_EMULATED, .run = run_timerfd_gettime_ns},
    {.name = "timerfd_settime", .doc = "Sets a timer, in seconds: what was left of it, and its interval.",
     ROWS(settime_params, timer), SECONDS_RESULT, .emulation = PYOS_EMULATED, .run = run_timerfd_settime},
    {.name = "timerfd_settime_ns", .doc = "The same in nanoseconds.", ROWS(settime_ns_params, timer),
     NANOSECONDS_RESULT, .emulation = PYOS_EMULATED, .run = run_timerfd_settime_ns},
};

const struct pyos_section pyos_os_event_section = {
    "Files and Directories", NULL, functions, COUNT(functions), NULL,
};

const struct pyos_section pyos_os_timer_section = {
    "Timer File Descriptors", NULL, timer_functions, COUNT(timer_functions), NULL,
};
