#include "pyos/cli/log.h"

#include "pyos/base/out.h"
#include "pyos/py/repr.h"

#include <unistd.h>

static const struct {
    const char *word;
    const char *title;
} levels[] = {
    [PYOS_WATCH_ERROR] = {"error", "ERROR"},
    [PYOS_WATCH_WARNING] = {"warning", "WARNING"},
    [PYOS_WATCH_INFO] = {"info", "INFO"},
    [PYOS_WATCH_DEBUG] = {"debug", "DEBUG"},
};

struct told {
    const char *logger;
    const char *level;
    const char *function;
    const char *message;
    struct pyos_str path;
};

#define FIELD(member) PYOS_FIELD(struct told, member), .flags = PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {FIELD(logger)}, {FIELD(level)}, {FIELD(function)}, {FIELD(message)}, {FIELD(path)},
};
static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

static void put_json(struct pyos_buf *line, const struct told *told, const struct pyos_form *form)
{
    const struct pyos_form object = {.kind = PYOS_FORM_JSON, .surrogateescape = form->surrogateescape};

    pyos_buf_text(line, "{\"log\":");
    pyos_form_fields(&object, line, &record, told);
    pyos_buf_text(line, "}\n");
}

static void put_text(struct pyos_buf *line, const struct told *told, const char *title)
{
    const char *const words[] = {"pyos: ", told->logger, ": ", title, ": ", told->function, ": ", told->message};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        pyos_buf_text(line, words[i]);
    if (told->path.data) {
        pyos_buf_text(line, ": ");
        pyos_repr_str(line, told->path);
    }
    pyos_buf_char(line, '\n');
}

static void tell(void *context, enum pyos_watch_level level, const char *what, const char *path)
{
    const struct pyos_log *log = context;
    const struct told told = {"compat", levels[level].word, log->name, what, pyos_str(path)};
    struct pyos_buf line = {0};

    if (log->form->kind == PYOS_FORM_JSON)
        put_json(&line, &told, log->form);
    else
        put_text(&line, &told, levels[level].title);
    if (!line.failed)
        pyos_out_write(STDERR_FILENO, line.data, line.size); /* where this fails there is no one left to tell */
    pyos_buf_free(&line);
}

void pyos_log_open(struct pyos_log *log, enum pyos_watch_level level, const char *name, const struct pyos_form *form)
{
    *log = (struct pyos_log){.watch = {level, tell, log}, .name = name, .form = form};
}
