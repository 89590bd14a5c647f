#include "pyos/os/system.h"

#include "pyos/base/in.h"
#include "pyos/os/sched.h"
#include "pyos/py/cpus.h"

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

void pyos_os_online(struct pyos_cpus *cpus)
{
    struct pyos_in in;
    struct pyos_str line;
    struct pyos_error error;

    *cpus = (struct pyos_cpus){0};
    if (pyos_in_open(&in, "/sys/devices/system/cpu/online", &error) != 0)
        return;
    if (pyos_in_next(&in, '\n', &line, &error) > 0 && pyos_cpus_read(line, cpus, &error) != 0)
        *cpus = (struct pyos_cpus){0};
    pyos_in_close(&in);
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

static const struct pyos_function functions[] = {
    {.name = "cpu_count", .doc = "The CPUs that are online.", .result = PYOS_TYPE_MAYBE, .run = run_cpu_count},
    {.name = "process_cpu_count", .doc = "The CPUs on which this process may run.", .flags = PYOS_FUNCTION_IN_PYTHON,
     .result = PYOS_TYPE_MAYBE, .run = run_process_cpu_count},
};

const struct pyos_section pyos_os_system_section = {
    "Miscellaneous System Information", NULL, functions, sizeof functions / sizeof *functions,
};
