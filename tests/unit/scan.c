/* py/scan: the first byte that is not plain, wherever it stands and whatever stands around it. */
#include "test.h"

#include "pyos/py/scan.h"

enum { LENGTH = 40 };

static bool is_plain(int c)
{
    return c >= 0x20 && c <= 0x7E && c != '"' && c != '\\';
}

/* Every byte at every place of texts that start at every alignment. */
static bool finds_everywhere(void)
{
    char text[8 + LENGTH];

    for (int c = 0; c < 256; c++)
        for (size_t begin = 0; begin < 8; begin++)
            for (size_t at = 0; at < LENGTH; at++) {
                memset(text, ' ', sizeof text);
                text[begin + at] = (char)c; /* the byte */
                if (pyos_scan_plain(text + begin, LENGTH, '"', '\\') != (is_plain(c) ? LENGTH : at))
                    return false;
            }
    return true;
}

/* The lowest of several is found, and what stands behind the end is not looked at. */
static bool finds_the_first(void)
{
    char text[LENGTH];

    for (size_t at = 0; at < LENGTH; at++) {
        memset(text, '~', sizeof text);
        memset(text + at, '\n', sizeof text - at);
        if (pyos_scan_plain(text, LENGTH, '"', '\\') != at || pyos_scan_plain(text, at, '"', '\\') != at)
            return false;
    }
    return true;
}

int main(void)
{
    struct test test = {0};

    expect(&test, finds_everywhere(), "a byte that is not plain is found at any place");
    expect(&test, finds_the_first(), "the first of them is found, if it belongs to the text");
    expect(&test, pyos_scan_plain("", 0, 'a', 'b') == 0, "the empty text is plain");
    expect(&test, pyos_scan_plain("xxxxxxxxxxxxb", 13, 'a', 'b') == 12, "the two letters are the caller's");
    return test.failures > 0;
}
