#include "pyos/os/utc.h"

#include <stdio.h>
#include <time.h>

enum { NS_PER_S = 1000000000 };

void pyos_utc(char text[PYOS_UTC_SIZE], int64_t ns)
{
    time_t seconds = ns / NS_PER_S;
    struct tm at;
    size_t length;

    gmtime_r(&seconds, &at); /* until 2262 there is a year for it */
    length = strftime(text, PYOS_UTC_SIZE, "%Y-%m-%dT%H:%M:%S", &at);
    snprintf(text + length, PYOS_UTC_SIZE - length, ".%09u+00:00", (unsigned)(ns % NS_PER_S)); /* < 10^9 */
}
