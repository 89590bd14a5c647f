#include "pyos/py/glob.h"

#include "pyos/py/utf8.h"

/* The character at *at, which moves behind it; *at < text.size. */
static uint32_t next(struct pyos_str text, size_t *at)
{
    size_t length;
    uint32_t c = pyos_utf8_decode(text.data + *at, text.size - *at, &length);

    if (c == PYOS_UTF8_INVALID) {
        c = 0xDC00u | (unsigned char)text.data[*at]; /* surrogateescape takes bytes one by one */
        length = 1;
    }
    *at += length;
    return c;
}

/* Where the set that begins at text[at], behind its `[`, has its `]`; text.size where it has none. */
static size_t end_of_set(struct pyos_str text, size_t at)
{
    if (at < text.size && text.data[at] == '!')
        at++;
    if (at < text.size && text.data[at] == ']') /* the first one is a member */
        at++;
    while (at < text.size && text.data[at] != ']')
        at++;
    return at;
}

/* Whether c is in the set. A range from high to low is empty; a `-` at either end is a member. */
static bool in_set(struct pyos_str set, uint32_t c)
{
    bool negative = set.size > 0 && set.data[0] == '!';
    bool found = false;

    for (size_t at = negative; at < set.size;) {
        uint32_t low = next(set, &at);
        uint32_t high = low;

        if (at + 1 < set.size && set.data[at] == '-') {
            at++;
            high = next(set, &at);
        }
        found = found || (low <= c && c <= high);
    }
    return found != negative;
}

/* Whether c is what one character of the pattern asks for, other than `*`; *at moves behind that. */
static bool match_one(struct pyos_str pattern, size_t *at, uint32_t c)
{
    uint32_t wanted = next(pattern, at);
    size_t end;

    if (wanted == '?')
        return true;
    end = wanted == '[' ? end_of_set(pattern, *at) : pattern.size;
    if (end == pattern.size) /* a bracket that is not closed is a character as others */
        return wanted == c;
    wanted = in_set((struct pyos_str){pattern.data + *at, end - *at}, c);
    *at = end + 1;
    return wanted;
}

bool pyos_glob_match(struct pyos_str pattern, struct pyos_str name)
{
    size_t p = 0;
    size_t n = 0;
    size_t star = 0;  /* behind the last `*` of the pattern; 0: there was none */
    size_t taken = 0; /* the end of what it takes of the name */

    while (n < name.size) {
        if (p < pattern.size && pattern.data[p] == '*') {
            star = ++p;
            taken = n;
        } else if (p == pattern.size || !match_one(pattern, &p, next(name, &n))) {
            if (star == 0)
                return false;
            next(name, &taken); /* it takes one more, and the rest begins anew */
            n = taken;
            p = star;
        }
    }
    while (p < pattern.size && pattern.data[p] == '*')
        p++;
    return p == pattern.size;
}
