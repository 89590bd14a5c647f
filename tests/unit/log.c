/* cli/log: a line for each thing that is told, in both forms; what is told goes to standard error. */
#include "test.h"

#include "pyos/cli/log.h"

#include <unistd.h>

/* What is told of the path, in that form, to whoever watches at that level. */
static void tell(enum pyos_watch_level watched, enum pyos_watch_level level, const struct pyos_form *form,
                 const char *path, struct pyos_buf *told)
{
    int terminal = dup(STDERR_FILENO);
    int ends[2] = {-1, -1};
    struct pyos_log log;
    char line[1024];
    ssize_t n;

    if (pipe(ends) != 0)
        return;
    dup2(ends[1], STDERR_FILENO);
    pyos_log_open(&log, watched, "stat", form);
    pyos_watch_tell(&log.watch, level, "found", path);
    dup2(terminal, STDERR_FILENO);
    close(terminal);
    close(ends[1]);
    while ((n = read(ends[0], line, sizeof line)) > 0)
        pyos_buf_add(told, line, (size_t)n); /* > 0 */
    close(ends[0]);
}

static void spelled(struct test *test)
{
    static const struct pyos_form python = {.kind = PYOS_FORM_PYTHON};
    static const struct pyos_form json = {.kind = PYOS_FORM_JSON, .array = true};
    static const struct pyos_form escaped = {.kind = PYOS_FORM_JSON, .surrogateescape = true};
    static const struct { const struct pyos_form *form; const char *path; const char *line; } cases[] = {
        {&python, NULL, "pyos: compat: INFO: stat: found\n"},
        {&python, "a b", "pyos: compat: INFO: stat: found: 'a b'\n"},
        {&python, "a\n\xFF", "pyos: compat: INFO: stat: found: 'a\\n\\udcff'\n"},
        {&json, NULL, "{\"log\":{\"logger\":\"compat\",\"level\":\"info\",\"function\":\"stat\",\"message\":\"found\","
                      "\"path\":null}}\n"},
        {&json, "a\xFF", "{\"log\":{\"logger\":\"compat\",\"level\":\"info\",\"function\":\"stat\","
                         "\"message\":\"found\",\"path\":\"a\\ufffd\",\"path_b64\":\"Yf8=\"}}\n"},
        {&escaped, "a\xFF", "{\"log\":{\"logger\":\"compat\",\"level\":\"info\",\"function\":\"stat\","
                            "\"message\":\"found\",\"path\":\"a\\udcff\"}}\n"},
    };
    struct pyos_buf told = {0};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tell(PYOS_WATCH_DEBUG, PYOS_WATCH_INFO, cases[i].form, cases[i].path, &told);
        expect_text(test, &told, cases[i].line, "what is told is a line, in the form of the output");
    }
    pyos_buf_free(&told);
}

static void levels(struct test *test)
{
    static const struct pyos_form form = {.kind = PYOS_FORM_PYTHON};
    struct pyos_buf told = {0};

    for (int watched = PYOS_WATCH_OFF; watched <= PYOS_WATCH_DEBUG; watched++)
        for (int level = PYOS_WATCH_ERROR; level <= PYOS_WATCH_DEBUG; level++) {
            tell((enum pyos_watch_level)watched, (enum pyos_watch_level)level, &form, NULL, &told); /* in range */
            expect(test, (told.size > 0) == (level <= watched), "a level tells what is as grave, or graver");
            told.size = 0;
        }
    pyos_buf_free(&told);
}

int main(void)
{
    struct test test = {0};

    spelled(&test);
    levels(&test);
    return test.failures > 0;
}
