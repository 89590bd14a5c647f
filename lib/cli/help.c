#include "pyos/cli/help.h"

#include "pyos/cli/common.h"

#include <string.h>

enum { DOC_COLUMN = 30, NAME_COLUMN = 24 };

static void pad_to(struct pyos_buf *buf, size_t begin, size_t column)
{
    if (buf->size - begin >= column) {
        pyos_buf_char(buf, '\n');
        begin = buf->size;
    }
    while (buf->size - begin < column && !buf->failed)
        pyos_buf_char(buf, ' ');
}

/* A name as an option spells it. */
static void put_spelled(struct pyos_buf *buf, const char *name)
{
    for (; *name; name++)
        pyos_buf_char(buf, *name == '_' ? '-' : *name);
}

/* One option: its letter, its names, its value, its doc. */
static void put_param(struct pyos_buf *buf, const struct pyos_param *param)
{
    size_t begin = buf->size;
    bool flag = param->type == PYOS_TYPE_BOOL;
    bool negative = param->flags & PYOS_PARAM_NEGATIVE;

    if (param->letter) {
        char text[] = {' ', ' ', '-', param->letter, ',', ' '};
        pyos_buf_add(buf, text, sizeof text);
    } else {
        pyos_buf_text(buf, "      ");
    }
    pyos_buf_text(buf, flag && negative ? "--no-" : "--");
    put_spelled(buf, param->name);
    if (param->alias) {
        pyos_buf_text(buf, ", --");
        pyos_buf_text(buf, param->alias);
    }
    if (!flag) {
        pyos_buf_text(buf, param->flags & PYOS_PARAM_BARE ? "[=" : "=");
        pyos_buf_text(buf, param->metavar ? param->metavar : "N");
        pyos_buf_text(buf, param->flags & PYOS_PARAM_BARE ? "]" : "");
    }
    pad_to(buf, begin, DOC_COLUMN);
    pyos_buf_text(buf, param->doc);
    pyos_buf_char(buf, '\n');
}

static void put_params(struct pyos_buf *buf, const char *title, const struct pyos_param *params, size_t count)
{
    bool titled = false;

    for (size_t i = 0; i < count; i++) {
        if (params[i].flags & PYOS_PARAM_POSITIONAL)
            continue;
        if (!titled)
            pyos_buf_text(buf, title);
        titled = true;
        put_param(buf, &params[i]);
    }
}

static void put_common(struct pyos_buf *buf)
{
    put_params(buf, "\nOptions of every name:\n", pyos_common_params, pyos_common_count);
}

/* Each line of text, indented. */
static void put_lines(struct pyos_buf *buf, const char *text)
{
    while (*text) {
        size_t length = strcspn(text, "\n");

        pyos_buf_text(buf, "    ");
        pyos_buf_add(buf, text, length);
        pyos_buf_char(buf, '\n');
        text += length + (text[length] == '\n');
    }
}

static void put_examples(struct pyos_buf *buf, const struct pyos_example *example)
{
    pyos_buf_text(buf, "\nExamples:\n");
    for (; example->command; example++) {
        pyos_buf_text(buf, "    $ ");
        pyos_buf_text(buf, example->command);
        pyos_buf_char(buf, '\n');
        put_lines(buf, example->output ? example->output : "");
    }
}

/* A table of names and what they are for. */
static void put_summaries(struct pyos_buf *buf, const struct pyos_applet *applets, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t begin = buf->size;

        if (applets[i].name[0] == '-')
            continue;
        pyos_buf_text(buf, "    ");
        pyos_buf_text(buf, applets[i].name);
        pad_to(buf, begin, NAME_COLUMN);
        pyos_buf_text(buf, applets[i].summary);
        pyos_buf_char(buf, '\n');
    }
}

static void put_usage(struct pyos_buf *buf, const char *name, const char *operands, const char *summary)
{
    pyos_buf_text(buf, "usage: pyos ");
    pyos_buf_text(buf, name);
    pyos_buf_text(buf, " [options]");
    if (operands) {
        pyos_buf_char(buf, ' ');
        pyos_buf_text(buf, operands);
    }
    pyos_buf_text(buf, "\n\n");
    pyos_buf_text(buf, summary);
    pyos_buf_char(buf, '\n');
}

void pyos_help_applet(struct pyos_buf *buf, const struct pyos_applet *applet)
{
    put_usage(buf, applet->name, applet->operands, applet->summary);
    if (applet->details) {
        pyos_buf_char(buf, '\n');
        pyos_buf_text(buf, applet->details);
    }
    if (applet->commands)
        pyos_buf_text(buf, "\nCommands:\n");
    put_summaries(buf, applet->commands, applet->command_count);
    put_params(buf, "\nOptions:\n", applet->params, applet->count);
    put_common(buf);
    if (applet->examples)
        put_examples(buf, applet->examples);
}

void pyos_help_function(struct pyos_buf *buf, const struct pyos_function *function)
{
    struct pyos_buf operands = {0};

    for (size_t i = 0; i < function->count && function->params[i].flags & PYOS_PARAM_POSITIONAL; i++) {
        if (i > 0)
            pyos_buf_char(&operands, ' ');
        pyos_buf_text(&operands, function->params[i].name);
    }
    pyos_buf_char(&operands, '\0');
    put_usage(buf, function->name, operands.failed ? NULL : operands.data, function->doc);
    put_params(buf, "\nOptions:\n", function->params, function->count);
    put_common(buf);
    pyos_buf_free(&operands);
}

void pyos_help_house(struct pyos_buf *buf, const struct pyos_house *house)
{
    pyos_buf_text(buf, "usage: pyos [options] NAME [options] [operands]\n"
                       "       pyos --list | --list-functions [--json]\n"
                       "       pyos --install [--symbolic] [--prefix=PREFIX] DIR\n"
                       "       pyos --help | --version\n"
                       "\n"
                       "Python's os module for shell scripts. `pyos NAME --help` tells more of a name.\n"
                       "\n"
                       "Applets:\n");
    for (size_t l = 0; house->lists[l]; l++)
        put_summaries(buf, house->lists[l]->applets, house->lists[l]->count);
    put_common(buf);
}
