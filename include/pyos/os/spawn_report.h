/* What came of a command, as one record. */
#ifndef PYOS_OS_SPAWN_REPORT_H
#define PYOS_OS_SPAWN_REPORT_H

#include "pyos/base/arena.h"
#include "pyos/base/error.h"
#include "pyos/os/spawn.h"
#include "pyos/os/supervisor.h"
#include "pyos/os/utc.h"
#include "pyos/py/record.h"

#include <stdbool.h>

/* The optional fields of the record: bits of pyos_form.groups. */
enum pyos_spawn_report_group { PYOS_SPAWN_REPORT_OUTPUT = 1 }; /* stdout, stderr and whether they were cut */

/* An OSError that kept a command from running. */
struct pyos_spawn_error {
    const char *type;
    int errnum;
    const char *name;
    struct pyos_str strerror;
    struct pyos_path filename;
    const char *step;
};

struct pyos_spawn_report {
    struct pyos_strs argv;
    struct pyos_maybe pid;
    struct pyos_maybe status;
    struct pyos_maybe exitcode;
    const char *signal;
    bool coredump;
    bool timed_out;
    struct pyos_nested spawn_error;
    char started[PYOS_UTC_SIZE];
    struct pyos_maybe elapsed_ns;
    struct pyos_nested rusage;
    struct pyos_records survivors;
    struct pyos_str out, err;
    bool out_truncated, err_truncated;
    struct pyos_spawn_error error; /* where spawn_error points */
};

extern const struct pyos_record pyos_spawn_report_record;

/*
 * Fills in the record, which lives as long as the supervisor and the arena. failure: why the command
 * did not run, an OSError; NULL where it did. 0, or -1 when there is no memory.
 */
int pyos_spawn_report_make(struct pyos_spawn_report *report, const char *const *argv,
                           const struct pyos_supervisor *supervisor, const struct pyos_spawn_failure *failure,
                           struct pyos_arena *arena, struct pyos_error *error);

#endif
