#include "pyos/os/info_system.h"

#include "pyos/os/budget.h"
#include "pyos/os/file_text.h"
#include "pyos/os/process.h"
#include "pyos/os/sysconf.h"
#include "pyos/os/system.h"
#include "pyos/os/utc.h"
#include "pyos/sys/clock.h"
#include "pyos/sys/machine.h"
#include "pyos/sys/process.h"

#include <errno.h>
#include <stdlib.h>

#define COUNT(rows) (sizeof rows / sizeof *rows)

/* ---- what functions of os answer */

int pyos_info_uname(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct utsname *names = pyos_info_new(arena, &pyos_uname_record, sizeof *names, made, error);
    int result = names ? pyos_sys_uname(names) : 0;

    if (result < 0)
        return pyos_error_os(error, -result);
    return names ? 0 : -1;
}

int pyos_info_times(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct pyos_times_result *times = pyos_info_new(arena, &pyos_times_record, sizeof *times, made, error);

    if (!times)
        return -1;
    pyos_os_times(times);
    return 0;
}

int pyos_info_cpus(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct pyos_budget *budget = pyos_info_new(arena, &pyos_budget_record, sizeof *budget, made, error);

    return budget ? pyos_budget_get("", budget, arena, error) : -1;
}

/* ---- load */

struct load {
    double of[3];
};

#define AVERAGE(index, called) \
    {PYOS_FIELD_AS(struct load, of[index], called, PYOS_TYPE_FLOAT), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE}

static const struct pyos_field load_fields[] = {AVERAGE(0, "load_1"), AVERAGE(1, "load_5"), AVERAGE(2, "load_15")};
static const struct pyos_record load_record = {NULL, load_fields, COUNT(load_fields)};

int pyos_info_load(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct load *load = pyos_info_new(arena, &load_record, sizeof *load, made, error);

    if (!load)
        return -1;
    pyos_sys_load(load->of);
    return 0;
}

/* ---- time */

struct time {
    char now[PYOS_UTC_SIZE];
    char boot[PYOS_UTC_SIZE];
    double uptime;
};

#define TIME(member) {PYOS_INFO_FIELD(struct time, member)}

static const struct pyos_field time_fields[] = {TIME(now), TIME(boot), TIME(uptime)};
static const struct pyos_record time_record = {NULL, time_fields, COUNT(time_fields)};

int pyos_info_time(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct time *time = pyos_info_new(arena, &time_record, sizeof *time, made, error);
    int64_t now = pyos_sys_clock_realtime();
    int64_t up = pyos_sys_clock_boottime();

    if (!time)
        return -1;
    pyos_utc(time->now, now);
    pyos_utc(time->boot, now > up ? now - up : 0); /* the clock may not be set yet */
    time->uptime = (double)(up / 10000000) / 100; /* in hundredths, as /proc/uptime has it */
    return 0;
}

/* ---- memory */

struct memory {
    int64_t total, free;
    struct pyos_maybe available;
    int64_t swap_total, swap_free;
};

#define MEMORY(member) {PYOS_INFO_FIELD(struct memory, member)}

static const struct pyos_field memory_fields[] = {
    MEMORY(total), MEMORY(available), MEMORY(free), MEMORY(swap_total), MEMORY(swap_free),
};
static const struct pyos_record memory_record = {NULL, memory_fields, COUNT(memory_fields)};

/* The bytes of a line of proc_meminfo(5): "MemTotal:  1234 kB". None where there is no such line. */
static struct pyos_maybe bytes_of(struct pyos_str text, const char *name)
{
    while (text.size > 0) {
        struct pyos_str line = pyos_file_part(&text, '\n');

        if (pyos_str_equal(pyos_file_part(&line, ':'), pyos_str(name)))
            return (struct pyos_maybe){true, strtoll(line.data, NULL, 10) * 1024};
    }
    return (struct pyos_maybe){0};
}

int pyos_info_memory(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct memory *memory = pyos_info_new(arena, &memory_record, sizeof *memory, made, error);
    struct pyos_str text;

    if (!memory || pyos_file_text("/proc/meminfo", arena, &text, error) != 0)
        return -1;
    memory->total = bytes_of(text, "MemTotal").value;
    memory->free = bytes_of(text, "MemFree").value;
    memory->available = bytes_of(text, "MemAvailable");
    memory->swap_total = bytes_of(text, "SwapTotal").value;
    memory->swap_free = bytes_of(text, "SwapFree").value;
    return 0;
}

/* ---- sysconf */

/* By their numbers (lib/os/sysconf.c). */
static const int numbers[] = {0, 1, 2, 60, 83, 84, 4, 30, 85, 86};

struct configuration {
    int64_t of[COUNT(numbers)];
};

#define NAME(index, called) \
    {PYOS_FIELD_AS(struct configuration, of[index], called, PYOS_TYPE_I64), \
     .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE}

static const struct pyos_field sysconf_fields[] = {
    NAME(0, "SC_ARG_MAX"),          NAME(1, "SC_CHILD_MAX"),        NAME(2, "SC_CLK_TCK"),    NAME(3, "SC_IOV_MAX"),
    NAME(4, "SC_NPROCESSORS_CONF"), NAME(5, "SC_NPROCESSORS_ONLN"), NAME(6, "SC_OPEN_MAX"),   NAME(7, "SC_PAGESIZE"),
    NAME(8, "SC_PHYS_PAGES"),       NAME(9, "SC_AVPHYS_PAGES"),
};
static const struct pyos_record sysconf_record = {NULL, sysconf_fields, COUNT(sysconf_fields)};

int pyos_info_sysconf(struct pyos_arena *arena, struct pyos_nested *made, struct pyos_error *error)
{
    struct configuration *configuration = pyos_info_new(arena, &sysconf_record, sizeof *configuration, made, error);

    for (size_t i = 0; configuration && i < COUNT(numbers); i++)
        if (pyos_os_sysconf(numbers[i], &configuration->of[i], error) != 0)
            return -1;
    return configuration ? 0 : -1;
}
