/*
 * attributes set|check FILE SEED COUNT MOST [text]: gives a file COUNT extended attributes of random names
 * and values, or looks whether it has these and no others. Names are of any bytes, values up to MOST
 * bytes; with text no value ends with NUL, which getfattr cannot show as text. For the tests of dump and
 * restore: it shares nothing with what they test.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>

enum { LARGEST = 65536, LONGEST = 255, SHORT = 100 };

struct attribute {
    char name[LONGEST + 1];
    char value[LARGEST];
    size_t size;
};

static uint64_t next_random(uint64_t *state) /* splitmix64 */
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static size_t below(uint64_t *state, size_t bound)
{
    return (size_t)(next_random(state) % bound);
}

/* "user.", a number that makes it the only one, and bytes that are no NUL: most printable, or all any. */
static void make_name(struct attribute *attribute, uint64_t *state, size_t number)
{
    size_t size = (size_t)snprintf(attribute->name, sizeof attribute->name, "user.%zu", number); /* >= 0 */
    size_t end = number % 50 == 0 ? LONGEST : size + below(state, SHORT);
    bool any = below(state, 2) == 0;

    for (; size < end; size++)
        attribute->name[size] = (char)(any ? 1 + below(state, 255) : ' ' + below(state, 95)); /* a byte */
    attribute->name[size] = '\0';
}

/* The largest, some near it, and mostly small ones; half of them printable. */
static void make_value(struct attribute *attribute, uint64_t *state, size_t number, size_t most, bool text)
{
    bool any = below(state, 2) == 0;

    attribute->size = number % 100 == 0 ? most : below(state, number % 10 == 0 ? most : most < 200 ? most : 200);
    for (size_t i = 0; i < attribute->size; i++)
        attribute->value[i] = (char)(any ? below(state, 256) : ' ' + below(state, 95)); /* a byte */
    if (text && attribute->size > 0 && attribute->value[attribute->size - 1] == '\0')
        attribute->value[attribute->size - 1] = 'x';
}

static int fail(const char *what, const struct attribute *attribute)
{
    fprintf(stderr, "attributes: %s: %s\n", what, attribute->name);
    return 1;
}

static int check(const char *file, const struct attribute *attribute)
{
    static char value[LARGEST];
    ssize_t size = lgetxattr(file, attribute->name, value, sizeof value);

    if (size < 0)
        return fail(strerror(errno), attribute);
    if ((size_t)size != attribute->size || memcmp(value, attribute->value, attribute->size) != 0) /* >= 0 */
        return fail("has another value", attribute);
    return 0;
}

/* How many attributes of users a file has. */
static size_t count_all(const char *file)
{
    static char names[LARGEST];
    ssize_t size = llistxattr(file, names, sizeof names);
    size_t count = 0;

    for (ssize_t at = 0; at < size; at += (ssize_t)strlen(names + at) + 1) /* a name is short */
        count += strncmp(names + at, "user.", 5) == 0;
    return count;
}

int main(int argc, char **argv)
{
    static struct attribute attribute;
    bool set = argc > 1 && strcmp(argv[1], "set") == 0;
    bool text = argc == 7;
    uint64_t state;
    size_t count;
    size_t most;

    if (argc < 6)
        return 125;
    state = strtoull(argv[3], NULL, 10);
    count = strtoul(argv[4], NULL, 10);
    most = strtoul(argv[5], NULL, 10);
    if (most > LARGEST)
        return 125;
    for (size_t i = 0; i < count; i++) {
        make_name(&attribute, &state, i);
        make_value(&attribute, &state, i, most, text);
        if (set && lsetxattr(argv[2], attribute.name, attribute.value, attribute.size, 0) != 0)
            return fail(strerror(errno), &attribute);
        if (!set && check(argv[2], &attribute) != 0)
            return 1;
    }
    if (!set && count_all(argv[2]) != count) {
        fprintf(stderr, "attributes: %zu of them, not %zu\n", count_all(argv[2]), count);
        return 1;
    }
    return 0;
}
