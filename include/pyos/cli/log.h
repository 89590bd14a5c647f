/* --log=compat: what the emulated backend does in the place of the system, told on standard error as it happens. */
#ifndef PYOS_CLI_LOG_H
#define PYOS_CLI_LOG_H

#include "pyos/base/watch.h"
#include "pyos/py/form.h"

struct pyos_log {
    struct pyos_watch watch;      /* for those who have something to tell; its context is this struct */
    const char *name;             /* the function or applet that runs */
    const struct pyos_form *form; /* of the output: where that is JSON, so is the log */
};

/* Begins a log, which stays where it is. */
void pyos_log_open(struct pyos_log *log, enum pyos_watch_level level, const char *name, const struct pyos_form *form);

#endif
