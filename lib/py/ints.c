#include "pyos/py/ints.h"

#include "pyos/py/int.h"

#include <inttypes.h>
#include <string.h>

/* Takes the text up to the first comma off the front of rest; false where there was none. */
static bool take_part(struct pyos_str *rest, struct pyos_str *part)
{
    const char *comma = rest->size > 0 ? memchr(rest->data, ',', rest->size) : NULL;

    *part = *rest;
    if (!comma)
        return false;
    part->size = (size_t)(comma - rest->data); /* inside of it */
    *rest = (struct pyos_str){comma + 1, rest->size - part->size - 1};
    return true;
}

/* N or N-M; a sign in front makes it a number. */
static int read_range(struct pyos_str word, int64_t *first, int64_t *last, struct pyos_error *error)
{
    const char *dash = word.size > 1 ? memchr(word.data + 1, '-', word.size - 1) : NULL;
    size_t before = dash ? (size_t)(dash - word.data) : word.size; /* inside of it */

    if (pyos_int_parse_wide((struct pyos_str){word.data, before}, first, error) != 0)
        return -1;
    *last = *first;
    if (dash && pyos_int_parse_wide((struct pyos_str){dash + 1, word.size - before - 1}, last, error) != 0)
        return -1;
    if (*last < *first)
        return pyos_error_say(error, PYOS_VALUEERROR, "range %" PRId64 "-%" PRId64 " runs backwards", *first, *last);
    return 0;
}

/* Counts the items, or stores them where there is room for them. */
static int read_list(struct pyos_str list, int64_t *items, size_t *count, struct pyos_error *error)
{
    bool more = list.size > 0;

    *count = 0;
    while (more) {
        struct pyos_str part;
        int64_t first = 0;
        int64_t last = 0;

        more = take_part(&list, &part);
        if (read_range(part, &first, &last, error) != 0)
            return -1;
        if ((uint64_t)last - (uint64_t)first >= PYOS_INTS_MAX - *count) /* exact, since first <= last */
            return pyos_error_say(error, PYOS_VALUEERROR, "more than %d integers", PYOS_INTS_MAX);
        for (int64_t i = 0; i <= last - first; i++) {
            if (items)
                items[*count] = first + i;
            ++*count;
        }
    }
    return 0;
}

int pyos_ints_read(struct pyos_str list, struct pyos_ints *ints, struct pyos_arena *arena, struct pyos_error *error)
{
    if (read_list(list, NULL, &ints->count, error) != 0)
        return -1;
    ints->items = pyos_arena_get(arena, ints->count * sizeof *ints->items);
    if (!ints->items)
        return pyos_error_memory(error);
    return read_list(list, ints->items, &ints->count, error);
}
