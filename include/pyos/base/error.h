/*
 * The error object. A fallible function returns 0 or -1 and fills the struct pyos_error that it
 * takes last; py/exception.h says it as Python does.
 */
#ifndef PYOS_BASE_ERROR_H
#define PYOS_BASE_ERROR_H

#include "pyos/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum pyos_exception {
    PYOS_OSERROR, /* its subclass follows from errnum */
    PYOS_TYPEERROR,
    PYOS_VALUEERROR,
    PYOS_OVERFLOWERROR,
    PYOS_ATTRIBUTEERROR,
    PYOS_KEYERROR, /* its message is the repr of a key */
    PYOS_NOTIMPLEMENTEDERROR,
    PYOS_SYSTEMERROR, /* a bug in pyos */
};

/* A file name in an error: none, a string, bytes, or a descriptor. */
struct pyos_subject {
    enum { PYOS_SUBJECT_NONE, PYOS_SUBJECT_NAME, PYOS_SUBJECT_BYTES, PYOS_SUBJECT_FD } kind;
    struct pyos_str name; /* belongs to the caller, and lives as long as the error */
    int64_t fd;
};

enum { PYOS_ERROR_MESSAGE = 1000 }; /* bytes: the longest of Python holds 200 characters of up to four */

struct pyos_error {
    enum pyos_exception type;
    int errnum;   /* of PYOS_OSERROR: a Linux errno, > 0 */
    bool usage;   /* the command line is wrong, not a value: exit 64 */
    struct pyos_subject filename;
    struct pyos_subject filename2;
    char message[PYOS_ERROR_MESSAGE]; /* of PYOS_OSERROR: what explains it, or empty; "..." ends one that was cut */
};

/* Each of these fills error and returns -1, so that a caller can `return pyos_error_...(...)`. */

int pyos_error_memory(struct pyos_error *error); /* ENOMEM */
int pyos_error_os(struct pyos_error *error, int errnum);
int pyos_error_path(struct pyos_error *error, int errnum, struct pyos_str path);
int pyos_error_fd(struct pyos_error *error, int errnum, int64_t fd);
int pyos_error_say(struct pyos_error *error, enum pyos_exception type, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
int pyos_error_usage(struct pyos_error *error, enum pyos_exception type, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds to an OSError what its number does not tell: which limit, which range. Returns -1 too. */
int pyos_error_explain(struct pyos_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
