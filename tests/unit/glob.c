/* py/glob: what fnmatch.fnmatchcase answers. `glob PATTERN NAME...` says it of each name, for the oracle. */
#include "test.h"

#include "pyos/py/glob.h"

static void answers(struct test *test)
{
    static const struct { const char *pattern, *name; bool matches; } cases[] = {
        {"", "", true}, {"", "a", false}, {"a", "a", true}, {"a", "", false}, {"a", "ab", false},
        {"*", "", true}, {"*", "a\nb", true}, {"*", ".hidden", true}, {"**", "a", true},
        {"*.c", "a.c", true}, {"*.c", ".c", true}, {"*.c", "a.cc", false}, {"a*b*c", "a-b-b-c", true},
        {"a*b*c", "a-c-b", false}, {"*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
        {"?", "a", true}, {"?", "", false}, {"?", "\xc3\xa9", true}, {"??", "\xc3\xa9", false},
        {"?", "\xff", true}, {"??", "\xe2\x82", true}, {"?*", "\xf0\x9f\x98\x80", true},
        {"[abc]", "b", true}, {"[abc]", "d", false}, {"[a-c]", "b", true}, {"[!a-c]", "b", false},
        {"[!a-c]", "d", true}, {"[^a]", "^", true}, {"[^a]", "b", false}, {"[]]", "]", true}, {"[!]]", "]", false},
        {"[!]]", "a", true}, {"[]-a]", "^", true}, {"[a-]", "-", true}, {"[-a]", "-", true}, {"[c-a]", "b", false},
        {"[!c-a]", "b", true}, {"[a-c-e]", "-", true}, {"[a-c-e]", "d", false}, {"[--0]", ".", true},
        {"[", "[", true}, {"[a", "[a", true}, {"[!", "[!", true}, {"[]", "[]", true}, {"a[", "a", false},
        {"\\*", "\\x", true}, {"\\*", "*", false}, {"[\\]]", "\\]", true}, {"[[:alpha:]]", "a]", true},
        {"[\xc3\xa0-\xc3\xbf]", "\xc3\xa9", true}, {"[\xc3\xa9]", "\xc3", false}, {"[\x80-\xff]", "\xc3", true},
        {"A", "a", false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool matches = pyos_glob_match(pyos_str(cases[i].pattern), pyos_str(cases[i].name));

        if (matches != cases[i].matches)
            fprintf(stderr, "pattern %s, name %s\n", cases[i].pattern, cases[i].name);
        expect(test, matches == cases[i].matches, "a pattern matches what fnmatch matches");
    }
}

int main(int argc, char **argv)
{
    struct test test = {0};

    if (argc > 2)
        for (int i = 2; i < argc; i++)
            puts(pyos_glob_match(pyos_str(argv[1]), pyos_str(argv[i])) ? "True" : "False");
    else
        answers(&test);
    return test.failures > 0;
}
