#include "pyos/cli/report.h"

#include "pyos/base/out.h"
#include "pyos/py/exception.h"
#include "pyos/py/hex.h"

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

/* A message may quote the command line: what would end the line or steer a terminal is spelled \xNN. */
static void put_message(struct pyos_buf *line, const struct pyos_error *error)
{
    struct pyos_buf message = {0};

    pyos_exception_message(&message, error);
    for (size_t i = 0; i < message.size; i++) {
        unsigned char c = (unsigned char)message.data[i];

        if (c < 0x20 || c == 0x7F)
            pyos_hex(line, "\\x", c, 2);
        else
            pyos_buf_char(line, message.data[i]);
    }
    line->failed = line->failed || message.failed;
    pyos_buf_free(&message);
}

void pyos_report(const struct pyos_error *error, const char *name, const struct pyos_form *form)
{
    static const char no_memory[] = "pyos: OSError: [Errno 12] Cannot allocate memory\n";
    struct pyos_buf line = {0};

    if (form->kind == PYOS_FORM_JSON) {
        pyos_exception_json(&line, error, name, form);
    } else {
        pyos_buf_text(&line, name ? "pyos " : "pyos");
        pyos_buf_text(&line, name ? name : "");
        pyos_buf_text(&line, ": ");
        pyos_buf_text(&line, pyos_exception_class(error));
        pyos_buf_text(&line, ": ");
        put_message(&line, error);
    }
    pyos_buf_char(&line, '\n');
    if (line.failed)
        pyos_out_write(STDERR_FILENO, no_memory, sizeof no_memory - 1);
    else
        pyos_out_write(STDERR_FILENO, line.data, line.size); /* where this fails there is no one left to tell */
    pyos_buf_free(&line);
}
