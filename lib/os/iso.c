#include "pyos/os/iso.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

void pyos_iso_time(char text[PYOS_ISO_SIZE], struct pyos_time time)
{
    time_t seconds = time.seconds;
    struct tm at;
    long long year;
    long minutes;

    text[0] = '\0';
    if (time.absent || !localtime_r(&seconds, &at))
        return;
    year = at.tm_year + 1900LL;
    minutes = labs(at.tm_gmtoff) / 60; /* the offsets before 1900 have seconds too, which ISO cannot say */
    snprintf(text, PYOS_ISO_SIZE, "%s%04lld-%02d-%02dT%02d:%02d:%02d.%09u%c%02ld:%02ld", year > 9999 ? "+" : "", year,
             at.tm_mon + 1, at.tm_mday, at.tm_hour, at.tm_min, at.tm_sec, time.nanoseconds,
             at.tm_gmtoff < 0 ? '-' : '+', minutes / 60, minutes % 60);
}
