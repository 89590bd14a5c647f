/* Small files of the kernel's, below /proc and /sys, read whole. */
#ifndef PYOS_OS_FILE_TEXT_H
#define PYOS_OS_FILE_TEXT_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* All that a file holds, with a NUL behind it, in the arena. Raises OSError with the path, which must outlive it. */
int pyos_file_text(const char *path, struct pyos_arena *arena, struct pyos_str *text, struct pyos_error *error);

/* The number that is all of a file, perhaps with a unit (py/size.h); false where there is none. */
bool pyos_file_number(const char *path, int64_t *number);

/* The part of text up to end, or all of it; *text moves behind end. */
struct pyos_str pyos_file_part(struct pyos_str *text, char end);

#endif
