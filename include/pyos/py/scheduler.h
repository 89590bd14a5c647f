/* The scheduler argument of os.posix_spawn, as a word. */
#ifndef PYOS_PY_SCHEDULER_H
#define PYOS_PY_SCHEDULER_H

#include "pyos/base/error.h"
#include "pyos/py/constant.h"
#include "pyos/py/type.h"

/* Reads [POLICY:]PRIORITY; raises what pyos_constant_read_int raises. */
int pyos_scheduler_read(const struct pyos_constants *constants, const char *word, struct pyos_scheduler *scheduler,
                        struct pyos_error *error);

#endif
