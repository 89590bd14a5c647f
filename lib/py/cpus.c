#include "pyos/py/cpus.h"

#include "pyos/py/hex.h"
#include "pyos/py/int.h"

#include <limits.h>
#include <string.h>

void pyos_cpus_add(struct pyos_cpus *cpus, int cpu)
{
    if (cpu < PYOS_CPUS_MAX)
        cpus->words[cpu / PYOS_CPUS_BITS] |= 1UL << cpu % PYOS_CPUS_BITS;
}

int pyos_cpus_next(const struct pyos_cpus *cpus, int from)
{
    for (int cpu = from; cpu < PYOS_CPUS_MAX;) {
        unsigned long rest = cpus->words[cpu / PYOS_CPUS_BITS] >> cpu % PYOS_CPUS_BITS;

        if (rest != 0)
            return cpu + __builtin_ctzl(rest);
        cpu += PYOS_CPUS_BITS - cpu % PYOS_CPUS_BITS;
    }
    return -1;
}

int pyos_cpus_count(const struct pyos_cpus *cpus)
{
    int count = 0;

    for (int i = 0; i < PYOS_CPUS_WORDS; i++)
        count += __builtin_popcountl(cpus->words[i]);
    return count;
}

/* Takes the text up to separator off the front of rest, and the separator too. */
static struct pyos_str take_part(struct pyos_str *rest, const char *separator)
{
    size_t size = separator ? (size_t)(separator - rest->data) : rest->size; /* inside of it */
    size_t taken = size + (separator ? 1 : 0);
    struct pyos_str part = {rest->data, size};

    *rest = (struct pyos_str){rest->data + taken, rest->size - taken};
    return part;
}

/* One number, with the words of os.sched_setaffinity for one that is none. */
static int read_number(struct pyos_str word, int *cpu, struct pyos_error *error)
{
    int64_t wide;

    if (pyos_int_parse_wide(word, &wide, error) != 0)
        return -1;
    if (wide < 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "negative CPU number");
    if (wide > INT_MAX - 1)
        return pyos_error_say(error, PYOS_OVERFLOWERROR, "CPU number too large");
    *cpu = (int)wide; /* in range */
    return 0;
}

/* N or N-M; a sign in front makes it a number. */
static int read_range(struct pyos_str word, int *first, int *last, struct pyos_error *error)
{
    const char *dash = word.size > 1 ? memchr(word.data + 1, '-', word.size - 1) : NULL;
    struct pyos_str rest = word;

    if (!dash) {
        int result = read_number(word, first, error);

        *last = *first;
        return result;
    }
    if (read_number(take_part(&rest, dash), first, error) != 0 || read_number(rest, last, error) != 0)
        return -1;
    if (*first > *last)
        return pyos_error_say(error, PYOS_VALUEERROR, "CPU range %d-%d runs backwards", *first, *last);
    return 0;
}

int pyos_cpus_read(struct pyos_str list, struct pyos_cpus *cpus, struct pyos_error *error)
{
    bool more = list.size > 0;

    *cpus = (struct pyos_cpus){.given = true};
    while (more) {
        const char *comma = list.size > 0 ? memchr(list.data, ',', list.size) : NULL;
        int first = 0;
        int last = 0;

        more = comma != NULL;
        if (read_range(take_part(&list, comma), &first, &last, error) != 0)
            return -1;
        for (int cpu = first; cpu <= last && cpu < PYOS_CPUS_MAX; cpu++)
            pyos_cpus_add(cpus, cpu);
    }
    return 0;
}

/* The four CPUs of one hexadecimal digit, of which the lowest is base. */
static void add_digit(struct pyos_cpus *cpus, int digit, size_t base)
{
    for (int bit = 0; bit < 4; bit++)
        if (digit >> bit & 1 && base < PYOS_CPUS_MAX)
            pyos_cpus_add(cpus, (int)base + bit); /* < PYOS_CPUS_MAX + 4 */
}

int pyos_cpus_read_mask(struct pyos_str mask, struct pyos_cpus *cpus, struct pyos_error *error)
{
    bool valid = mask.size > 2 && mask.data[0] == '0' && (mask.data[1] | 0x20) == 'x';

    *cpus = (struct pyos_cpus){.given = true};
    for (size_t i = 2; valid && i < mask.size; i++) {
        int digit = pyos_hex_digit(mask.data[i]);

        valid = digit >= 0;
        if (valid)
            add_digit(cpus, digit, (mask.size - 1 - i) * 4);
    }
    if (!valid)
        return pyos_error_say(error, PYOS_VALUEERROR, "a CPU mask is 0x and hexadecimal digits, not '%.*s'",
                              (int)(mask.size < 100 ? mask.size : 100), mask.data); /* cut to fit */
    return 0;
}

void pyos_cpus_list(struct pyos_buf *buf, const struct pyos_cpus *cpus)
{
    size_t begin = buf->size;
    int last;

    for (int first = pyos_cpus_next(cpus, 0); first >= 0; first = pyos_cpus_next(cpus, last + 1)) {
        last = first;
        while (pyos_cpus_next(cpus, last + 1) == last + 1)
            last++;
        if (buf->size > begin)
            pyos_buf_char(buf, ',');
        pyos_buf_i64(buf, first);
        if (last > first) {
            pyos_buf_char(buf, '-');
            pyos_buf_i64(buf, last);
        }
    }
}
