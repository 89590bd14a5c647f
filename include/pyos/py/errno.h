/*
 * errno as Python names it and glibc words it, whichever libc is linked (manual: errno, OSError).
 */
#ifndef PYOS_PY_ERRNO_H
#define PYOS_PY_ERRNO_H

#include "pyos/base/buf.h"

enum { PYOS_ERRNO_MAX = 4095 }; /* MAX_ERRNO of include/linux/err.h: no errno is beyond it */

/* errno.errorcode[errnum], such as "ENOENT"; NULL for a number that has no name. */
const char *pyos_errno_name(int errnum);

/* The class that OSError(errnum, ...) makes, such as "FileNotFoundError". */
const char *pyos_errno_class(int errnum);

/* os.strerror(errnum), appended. */
void pyos_errno_message(struct pyos_buf *buf, int errnum);

#endif
