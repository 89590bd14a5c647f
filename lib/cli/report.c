#include "pyos/cli/report.h"

#include "pyos/base/out.h"
#include "pyos/py/exception.h"

#include <errno.h>
#include <unistd.h>

static enum pyos_exit code_of_errno(int errnum)
{
    switch (errnum) {
    case ENOENT:
    case ENOTDIR:
    case EISDIR: return PYOS_EXIT_NOINPUT;
    case ENOSYS:
    case EOPNOTSUPP: return PYOS_EXIT_UNAVAILABLE;
    case EEXIST: return PYOS_EXIT_CANTCREAT;
    case EIO:
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return PYOS_EXIT_IOERR;
    case EAGAIN:
    case EALREADY: /* BlockingIOError, as the next one */
    case EINPROGRESS:
    case ETIMEDOUT:
    case EBUSY:
    case EMFILE:
    case ENFILE:
    case ENOMEM: return PYOS_EXIT_TEMPFAIL;
    case EPERM:
    case EACCES: return PYOS_EXIT_NOPERM;
    default: return PYOS_EXIT_OSERR;
    }
}

enum pyos_exit pyos_report_code(const struct pyos_error *error)
{
    if (error->usage)
        return PYOS_EXIT_USAGE;
    switch (error->type) {
    case PYOS_OSERROR: return code_of_errno(error->errnum);
    case PYOS_NOTIMPLEMENTEDERROR:
    case PYOS_ATTRIBUTEERROR: return PYOS_EXIT_UNAVAILABLE;
    case PYOS_SYSTEMERROR: return PYOS_EXIT_SOFTWARE;
    default: return PYOS_EXIT_DATAERR;
    }
}

void pyos_report(const struct pyos_error *error, const char *name, bool json)
{
    struct pyos_buf line = {0};

    if (json) {
        pyos_exception_json(&line, error, name);
    } else {
        pyos_buf_text(&line, name ? "pyos " : "pyos");
        pyos_buf_text(&line, name ? name : "");
        pyos_buf_text(&line, ": ");
        pyos_buf_text(&line, pyos_exception_class(error));
        pyos_buf_text(&line, ": ");
        pyos_exception_message(&line, error);
    }
    pyos_buf_char(&line, '\n');
    if (line.failed)
        pyos_out_write(STDERR_FILENO, "pyos: out of memory\n", 20);
    else
        pyos_out_write(STDERR_FILENO, line.data, line.size); /* where this fails there is no one left to tell */
    pyos_buf_free(&line);
}
