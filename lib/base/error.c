#include "pyos/base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

int pyos_error_os(struct pyos_error *error, int errnum)
{
    *error = (struct pyos_error){.type = PYOS_OSERROR, .errnum = errnum};
    return -1;
}

int pyos_error_memory(struct pyos_error *error)
{
    return pyos_error_os(error, ENOMEM);
}

int pyos_error_path(struct pyos_error *error, int errnum, struct pyos_str path)
{
    pyos_error_os(error, errnum);
    error->filename = (struct pyos_subject){.kind = PYOS_SUBJECT_NAME, .name = path};
    return -1;
}

int pyos_error_fd(struct pyos_error *error, int errnum, int64_t fd)
{
    pyos_error_os(error, errnum);
    error->filename = (struct pyos_subject){.kind = PYOS_SUBJECT_FD, .fd = fd};
    return -1;
}

__attribute__((format(printf, 2, 0)))
static void say(struct pyos_error *error, const char *format, va_list arguments)
{
    const size_t size = sizeof error->message;
    int length = vsnprintf(error->message, size, format, arguments);

    if (length < 0)
        error->message[0] = '\0';
    else if ((size_t)length >= size) /* length >= 0 */
        memcpy(error->message + size - 4, "...", 4);
}

int pyos_error_say(struct pyos_error *error, enum pyos_exception type, const char *format, ...)
{
    va_list arguments;

    *error = (struct pyos_error){.type = type};
    va_start(arguments, format);
    say(error, format, arguments);
    va_end(arguments);
    return -1;
}

int pyos_error_usage(struct pyos_error *error, enum pyos_exception type, const char *format, ...)
{
    va_list arguments;

    *error = (struct pyos_error){.type = type, .usage = true};
    va_start(arguments, format);
    say(error, format, arguments);
    va_end(arguments);
    return -1;
}
