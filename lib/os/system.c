#include "pyos/os/system.h"

#include "pyos/base/in.h"
#include "pyos/os/sched.h"
#include "pyos/py/cpus.h"
#include "pyos/sys/machine.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>

/*
 * What overrides the count; 0 where nothing does. CPython does not even start with one that is
 * none, and reads it as strtol does.
 */
static int read_override(int64_t *count, struct pyos_error *error)
{
    const char *word = getenv("PYTHON_CPU_COUNT");
    char *end;

    *count = 0;
    if (!word || word[0] == '\0' || strcmp(word, "default") == 0)
        return 0;
    errno = 0;
    *count = strtol(word, &end, 10);
    if (errno != 0 || *end != '\0' || *count < 1 || *count > INT_MAX)
        return pyos_error_say(error, PYOS_VALUEERROR, "PYTHON_CPU_COUNT=%.100s: not default or a number above 0", word);
    return 0;
}

/* A list of CPUs in a file of /sys; empty where it cannot be read. */
static void read_list(const char *path, struct pyos_cpus *cpus)
{
    struct pyos_in in;
    struct pyos_str line;
    struct pyos_error error;

    *cpus = (struct pyos_cpus){0};
    if (pyos_in_open(&in, path, &error) != 0)
        return;
    if (pyos_in_next(&in, '\n', &line, &error) > 0 && pyos_cpus_read(line, cpus, &error) != 0)
        *cpus = (struct pyos_cpus){0};
    pyos_in_close(&in);
}

void pyos_os_online(struct pyos_cpus *cpus)
{
    read_list("/sys/devices/system/cpu/online", cpus);
}

void pyos_os_possible(struct pyos_cpus *cpus)
{
    read_list("/sys/devices/system/cpu/possible", cpus);
}

/* Each source gives a number of CPUs, or 0: the next one is then asked. */

static int count_online(void)
{
    struct pyos_cpus cpus;

    pyos_os_online(&cpus);
    return pyos_cpus_count(&cpus);
}

/* The lines cpu0, cpu1, ... of /proc/stat. */
static int count_stat(void)
{
    struct pyos_in in;
    struct pyos_str line;
    struct pyos_error error;
    int count = 0;

    if (pyos_in_open(&in, "/proc/stat", &error) != 0)
        return 0;
    while (pyos_in_next(&in, '\n', &line, &error) > 0)
        count += line.size > 3 && memcmp(line.data, "cpu", 3) == 0 && isdigit((unsigned char)line.data[3]);
    pyos_in_close(&in);
    return count;
}

static int count_allowed(void)
{
    struct pyos_cpus cpus;
    struct pyos_error error;

    return pyos_os_sched_getaffinity(0, &cpus, &error) == 0 ? pyos_cpus_count(&cpus) : 0;
}

int pyos_os_cpu_count(struct pyos_maybe *count, struct pyos_error *error)
{
    if (read_override(&count->value, error) != 0)
        return -1;
    if (count->value == 0)
        count->value = count_online();
    if (count->value == 0)
        count->value = count_stat();
    if (count->value == 0)
        count->value = count_allowed();
    count->known = count->value > 0;
    return 0;
}

int pyos_os_process_cpu_count(struct pyos_maybe *count, struct pyos_error *error)
{
    struct pyos_cpus cpus;

    count->known = true;
    if (read_override(&count->value, error) != 0)
        return -1;
    if (count->value > 0)
        return 0;
    if (pyos_os_sched_getaffinity(0, &cpus, error) != 0)
        return -1;
    count->value = pyos_cpus_count(&cpus);
    return 0;
}

static int run_cpu_count(struct pyos_call *call)
{
    return pyos_os_cpu_count(&call->result.maybe, call->error);
}

static int run_process_cpu_count(struct pyos_call *call)
{
    return pyos_os_process_cpu_count(&call->result.maybe, call->error);
}

static int run_getloadavg(struct pyos_call *call)
{
    pyos_sys_load(call->result.reals);
    return 0;
}

void pyos_os_times(struct pyos_times_result *used)
{
    double ticks = (double)pyos_sys_ticks();
    struct pyos_sys_times times;

    pyos_sys_times(&times);
    *used = (struct pyos_times_result){
        (double)times.user / ticks, (double)times.system / ticks, (double)times.children_user / ticks,
        (double)times.children_system / ticks, (double)times.elapsed / ticks};
}

static int run_times(struct pyos_call *call)
{
    pyos_os_times(&call->result.times);
    return 0;
}

#define LOAD(index) {PYOS_FIELD(union pyos_result, reals[index]), .flags = PYOS_FIELD_ITEM}
#define TIME(member, text) \
    {PYOS_FIELD(struct pyos_times_result, member), .doc = text, \
     .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE}

static const struct pyos_field load_fields[] = {LOAD(0), LOAD(1), LOAD(2)};
static const struct pyos_record load_record = {"", load_fields, sizeof load_fields / sizeof *load_fields};

/* The members of a union all begin where it does. */
static const struct pyos_field times_fields[] = {
    TIME(user, "user time"),
    TIME(system, "system time"),
    TIME(children_user, "user time of children"),
    TIME(children_system, "system time of children"),
    TIME(elapsed, "elapsed time since an arbitrary point in the past"),
};
const struct pyos_record pyos_times_record = {
    "posix.times_result", times_fields, sizeof times_fields / sizeof *times_fields,
};

static const struct pyos_function functions[] = {
    {.name = "cpu_count", .doc = "The CPUs that are online.", .result = PYOS_TYPE_MAYBE,
     .emulation = PYOS_SUPPORTED, .run = run_cpu_count},
    {.name = "getloadavg", .doc = "The load of the last 1, 5 and 15 minutes.", .result = PYOS_TYPE_RECORD,
     .record = &load_record, .emulation = PYOS_SUPPORTED, .run = run_getloadavg},
    {.name = "process_cpu_count", .doc = "The CPUs on which this process may run.", .flags = PYOS_FUNCTION_IN_PYTHON,
     .result = PYOS_TYPE_MAYBE, .emulation = PYOS_SUPPORTED, .run = run_process_cpu_count},
};

const struct pyos_section pyos_os_system_section = {
    "Miscellaneous System Information", NULL, functions, sizeof functions / sizeof *functions, NULL,
};

static const struct pyos_function times_functions[] = {
    {.name = "times", .doc = "The time that the process and its children have taken, in seconds.",
     .result = PYOS_TYPE_RECORD, .record = &pyos_times_record, .emulation = PYOS_SUPPORTED, .run = run_times},
};

const struct pyos_section pyos_os_times_section = {
    "Process Management", NULL, times_functions, sizeof times_functions / sizeof *times_functions, NULL,
};
