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

/* Ends a message of size bytes that was cut with "...", behind its last whole character. */
static void mark_cut(char *message, size_t size)
{
    size_t at = size - sizeof "...";

    while (at > 0 && (message[at] & 0xC0) == 0x80) /* a further byte of a character in UTF-8 */
        at--;
    memcpy(message + at, "...", sizeof "...");
}

__attribute__((format(printf, 2, 0)))
static void say(struct pyos_error *error, const char *format, va_list arguments)
{
    const size_t size = sizeof error->message;
    int length = vsnprintf(error->message, size, format, arguments);

    if (length < 0)
        error->message[0] = '\0';
    else if ((size_t)length >= size) /* length >= 0 */
        mark_cut(error->message, size);
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

int pyos_error_explain(struct pyos_error *error, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    say(error, format, arguments);
    va_end(arguments);
    return -1;
}
