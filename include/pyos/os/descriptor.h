/*
 * os.open, close, dup, pipe, set_inheritable and their kin: descriptors themselves (manual: File Descriptor
 * Operations, Inheritance of File Descriptors; close is among the Process Parameters). fdopen says what to use instead.
 */
#ifndef PYOS_OS_DESCRIPTOR_H
#define PYOS_OS_DESCRIPTOR_H

#include "pyos/py/function.h"

extern const struct pyos_section pyos_os_descriptor_section;
extern const struct pyos_section pyos_os_close_section;
extern const struct pyos_section pyos_os_fdopen_section;
extern const struct pyos_section pyos_os_inheritance_section;

/* close_range(2), origin "linux" */
extern const struct pyos_section pyos_os_close_range_section;

#endif
