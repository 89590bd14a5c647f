/* Errors on standard error, and the exit code that each is worth. */
#ifndef PYOS_CLI_REPORT_H
#define PYOS_CLI_REPORT_H

#include "pyos/base/error.h"
#include "pyos/py/form.h"

/* The codes of the contract (sysexits.h has the same). */
enum pyos_exit {
    PYOS_EXIT_OK = 0,
    PYOS_EXIT_FALSE = 1,
    PYOS_EXIT_USAGE = 64,
    PYOS_EXIT_DATAERR = 65,
    PYOS_EXIT_NOINPUT = 66,
    PYOS_EXIT_UNAVAILABLE = 69,
    PYOS_EXIT_SOFTWARE = 70,
    PYOS_EXIT_OSERR = 71,
    PYOS_EXIT_CANTCREAT = 73,
    PYOS_EXIT_IOERR = 74,
    PYOS_EXIT_TEMPFAIL = 75,
    PYOS_EXIT_NOPERM = 77,
};

enum pyos_exit pyos_report_code(const struct pyos_error *error);

/* One line on standard error: "pyos NAME: Class: message", or where the form of the output is JSON, that. */
void pyos_report(const struct pyos_error *error, const char *name, const struct pyos_form *form);

#endif
