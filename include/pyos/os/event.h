/*
 * os.timerfd_create, eventfd, memfd_create and their kin: descriptors that are no files (manual: Timer File
 * Descriptors, Files and Directories).
 */
#ifndef PYOS_OS_EVENT_H
#define PYOS_OS_EVENT_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_event_section;
extern const struct pyos_section pyos_os_timer_section;

#endif
