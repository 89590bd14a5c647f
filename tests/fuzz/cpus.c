/* py/cpus and py/nanoseconds: any word is CPUs or a length of time, or refused; a set reads back from its list. */
#include "fuzz.h"

#include "pyos/py/cpus.h"
#include "pyos/py/nanoseconds.h"

static void check_set(const struct pyos_cpus *cpus)
{
    struct pyos_buf list = {0};
    struct pyos_cpus again;
    struct pyos_error error;
    int count = 0;

    pyos_cpus_list(&list, cpus);
    must(pyos_cpus_read((struct pyos_str){list.data ? list.data : "", list.size}, &again, &error) == 0,
         "a list that was written is read");
    must(memcmp(cpus->words, again.words, sizeof again.words) == 0, "and says the same CPUs");
    for (int cpu = pyos_cpus_next(cpus, 0); cpu >= 0; cpu = pyos_cpus_next(cpus, cpu + 1))
        count++;
    must(count == pyos_cpus_count(cpus), "as many CPUs are visited as are counted");
    pyos_buf_free(&list);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pyos_str word = fuzz_text(data, size);
    struct pyos_cpus cpus;
    struct pyos_error error;
    int64_t nanoseconds;

    if (pyos_cpus_read(word, &cpus, &error) == 0)
        check_set(&cpus);
    if (pyos_cpus_read_mask(word, &cpus, &error) == 0)
        check_set(&cpus);
    if (pyos_nanoseconds_read(word, &nanoseconds, &error) == 0)
        must(nanoseconds >= 0, "no length of time is negative");
    return 0;
}
