/* py/float: the digits of a double read back as it, and no shorter ones do. The input is an array of doubles. */
#include "fuzz.h"

#include "pyos/py/float.h"

#include <math.h>

/* How many significant digits a text of a finite number has. */
static int count_digits(const char *text)
{
    int count = 0;
    int zeros = 0;

    for (; *text && *text != 'e'; text++) {
        if (*text < '0' || *text > '9')
            continue;
        if (count > 0 || *text != '0')
            count++;
        zeros = *text == '0' ? zeros + 1 : 0;
    }
    return count > zeros ? count - zeros : 1; /* those at the end say only where the point is */
}

/* By libc: the fewest digits that read back as the same double. */
static int fewest_digits(double value)
{
    char text[64];
    int digits = 0;

    do
        snprintf(text, sizeof text, "%.*e", digits++, value);
    while (strtod(text, NULL) != value);
    return count_digits(text);
}

static void check(double value)
{
    struct pyos_buf buf = {0};

    pyos_float_repr(&buf, value);
    pyos_buf_char(&buf, '\0');
    if (isnan(value)) {
        must(strcmp(buf.data, "nan") == 0, "what is no number is nan");
    } else if (isfinite(value)) {
        must(strtod(buf.data, NULL) == value && (buf.data[0] == '-') == (bool)signbit(value), "a double reads back");
        must(count_digits(buf.data) <= fewest_digits(value), "and no shorter text does");
        must(strpbrk(buf.data, ".e") != NULL, "and is seen to be a float");
    } else {
        must(strcmp(buf.data, value < 0 ? "-inf" : "inf") == 0, "infinity is inf");
    }
    pyos_buf_free(&buf);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (; size >= sizeof(double); size -= sizeof(double), data += sizeof(double)) {
        double value;

        memcpy(&value, data, sizeof value);
        check(value);
    }
    return 0;
}
