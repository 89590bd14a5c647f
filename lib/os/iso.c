#include "pyos/os/iso.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SECONDS_PER_HOUR = 3600 };

/* +05:30, and with the seconds that zones had before they were agreed on: +05:53:28, as datetime.isoformat. */
static void put_offset(char *text, size_t size, long offset)
{
    long seconds = labs(offset);
    char sign = offset < 0 ? '-' : '+';
    long hours = seconds / SECONDS_PER_HOUR;
    long minutes = seconds / 60 % 60;

    seconds %= 60;
    if (seconds == 0)
        snprintf(text, size, "%c%02ld:%02ld", sign, hours, minutes);
    else
        snprintf(text, size, "%c%02ld:%02ld:%02ld", sign, hours, minutes, seconds);
}

void pyos_iso_time(char text[PYOS_ISO_SIZE], struct pyos_time time)
{
    time_t seconds = time.seconds;
    struct tm at;
    long long year;
    const char *sign; /* of a year that four digits do not say */
    int length;

    text[0] = '\0';
    if (time.absent || !localtime_r(&seconds, &at))
        return;
    year = at.tm_year + 1900LL;
    sign = year < 0 ? "-" : year > 9999 ? "+" : "";
    length = snprintf(text, PYOS_ISO_SIZE, "%s%04lld-%02d-%02dT%02d:%02d:%02d.%09u", sign, llabs(year), at.tm_mon + 1,
                      at.tm_mday, at.tm_hour, at.tm_min, at.tm_sec, time.nanoseconds);
    put_offset(text + length, PYOS_ISO_SIZE - (size_t)length, at.tm_gmtoff); /* 0 < length < PYOS_ISO_SIZE */
}
