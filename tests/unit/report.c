/* cli/report: what each error is worth as an exit code, by the table of the contract. */
#include "test.h"

#include "pyos/cli/report.h"

#include <errno.h>

static void os_errors(struct test *test)
{
    static const struct { int errnum; enum pyos_exit code; } cases[] = {
        {ENOENT, PYOS_EXIT_NOINPUT}, {ENOTDIR, PYOS_EXIT_NOINPUT}, {EISDIR, PYOS_EXIT_NOINPUT},
        {ENOSYS, PYOS_EXIT_UNAVAILABLE}, {EOPNOTSUPP, PYOS_EXIT_UNAVAILABLE}, {EEXIST, PYOS_EXIT_CANTCREAT},
        {EIO, PYOS_EXIT_IOERR}, {ENOSPC, PYOS_EXIT_IOERR}, {EDQUOT, PYOS_EXIT_IOERR}, {EFBIG, PYOS_EXIT_IOERR},
        {EAGAIN, PYOS_EXIT_TEMPFAIL}, {EINPROGRESS, PYOS_EXIT_TEMPFAIL}, {ETIMEDOUT, PYOS_EXIT_TEMPFAIL},
        {EBUSY, PYOS_EXIT_TEMPFAIL}, {EMFILE, PYOS_EXIT_TEMPFAIL}, {ENFILE, PYOS_EXIT_TEMPFAIL},
        {ENOMEM, PYOS_EXIT_TEMPFAIL}, {EPERM, PYOS_EXIT_NOPERM}, {EACCES, PYOS_EXIT_NOPERM},
        {EINVAL, PYOS_EXIT_OSERR}, {ELOOP, PYOS_EXIT_OSERR}, {ESRCH, PYOS_EXIT_OSERR}, {EBADF, PYOS_EXIT_OSERR},
        {4000, PYOS_EXIT_OSERR},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct pyos_error error = {.type = PYOS_OSERROR, .errnum = cases[i].errnum};

        expect_of(test, pyos_report_code(&error) == cases[i].code, "an errno has its code",
                  strerror(cases[i].errnum));
    }
}

static void others(struct test *test)
{
    static const struct { enum pyos_exception type; enum pyos_exit code; } cases[] = {
        {PYOS_TYPEERROR, PYOS_EXIT_DATAERR}, {PYOS_VALUEERROR, PYOS_EXIT_DATAERR},
        {PYOS_OVERFLOWERROR, PYOS_EXIT_DATAERR}, {PYOS_ATTRIBUTEERROR, PYOS_EXIT_UNAVAILABLE},
        {PYOS_NOTIMPLEMENTEDERROR, PYOS_EXIT_UNAVAILABLE}, {PYOS_SYSTEMERROR, PYOS_EXIT_SOFTWARE},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pyos_error error = {.type = cases[i].type};

        expect(test, pyos_report_code(&error) == cases[i].code, "an exception has its code");
        error.usage = true;
        expect(test, pyos_report_code(&error) == PYOS_EXIT_USAGE, "and on a wrong command line always the same");
    }
}

int main(void)
{
    struct test test = {0};

    os_errors(&test);
    others(&test);
    return test.failures > 0;
}
