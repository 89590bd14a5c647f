#include "pyos/cli/help.h"

#include "pyos/cli/common.h"
#include "pyos/cli/options.h"
#include "pyos/py/signature.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { SIGNATURE_COLUMN = 4, OPTION_COLUMN = 30, NAME_COLUMN = 22, WIDTH = 80, PLACE_NAME = 64 };

/*
 * Spaces up to a column of the line that begins at begin; where that is passed, on a new line.
 * Returns where the line begins.
 */
static size_t pad_to(struct pyos_buf *buf, size_t begin, size_t column)
{
    if (column > 0 && buf->size - begin >= column) {
        pyos_buf_char(buf, '\n');
        begin = buf->size;
    }
    while (buf->size - begin < column && !buf->failed)
        pyos_buf_char(buf, ' ');
    return begin;
}

/* Text from a column on, behind what the line that begins at begin has already; wrapped, and ended. */
static void put_doc(struct pyos_buf *buf, size_t begin, size_t column, const char *text)
{
    bool first = true;

    if (text && *text)
        begin = pad_to(buf, begin, column);
    while (text && *text) {
        size_t length = strcspn(text, " ");

        if (!first && buf->size - begin + 1 + length > WIDTH) {
            pyos_buf_char(buf, '\n');
            begin = pad_to(buf, buf->size, column);
        } else if (!first) {
            pyos_buf_char(buf, ' ');
        }
        pyos_buf_add(buf, text, length);
        text += length + (text[length] == ' ');
        first = false;
    }
    pyos_buf_char(buf, '\n');
}

/* A row of a table: a name and what it is. */
static void put_entry(struct pyos_buf *buf, const char *name, const char *doc)
{
    size_t begin = buf->size;

    pyos_buf_text(buf, "    ");
    pyos_buf_text(buf, name);
    put_doc(buf, begin, NAME_COLUMN, doc);
}

/* A name as an option spells it. */
static void put_spelled(struct pyos_buf *buf, const char *name)
{
    for (; *name; name++)
        pyos_buf_char(buf, *name == '_' ? '-' : *name);
}

static void put_letter(struct pyos_buf *buf, char letter)
{
    char text[] = {' ', ' ', '-', letter, ',', ' '};

    if (letter)
        pyos_buf_add(buf, text, sizeof text);
    else
        pyos_buf_text(buf, "      ");
}

/* One option: its letter, its names, its value, its doc. */
static void put_option(struct pyos_buf *buf, const struct pyos_param *param)
{
    size_t begin = buf->size;
    bool flag = pyos_param_is_flag(param);
    bool bare = param->flags & PYOS_PARAM_BARE;

    put_letter(buf, param->letter);
    pyos_buf_text(buf, flag && param->flags & PYOS_PARAM_NEGATIVE ? "--no-" : "--");
    put_spelled(buf, param->name);
    if (param->alias) {
        pyos_buf_text(buf, ", --");
        pyos_buf_text(buf, param->alias);
    }
    if (!flag) {
        pyos_buf_text(buf, bare ? "[=" : "=");
        pyos_buf_text(buf, param->metavar ? param->metavar : "N");
        pyos_buf_text(buf, bare ? "]" : "");
    }
    put_doc(buf, begin, OPTION_COLUMN, param->doc);
}

/* The row of the option that stands in an operand's place; false where there is none. */
static bool find_place(const struct pyos_param *param, struct pyos_param *place, char name[PLACE_NAME])
{
    switch ((enum pyos_type)param->type) {
    case PYOS_TYPE_PATH:
        *place = (struct pyos_param){.name = "fd", .type = PYOS_TYPE_FD, .metavar = "N",
                                     .doc = "an open descriptor in the path's place"};
        return true;
    case PYOS_TYPE_BYTES:
        snprintf(name, PLACE_NAME, "%s_literal", param->name);
        *place = (struct pyos_param){.name = name, .type = PYOS_TYPE_TEXT, .metavar = "WORD",
                                     .doc = "the same, where - is no standard input"};
        return true;
    default: return false;
    }
}

static void put_options(struct pyos_buf *buf, const struct pyos_param *params, size_t count)
{
    bool titled = false;

    for (size_t i = 0; i < count; i++) {
        struct pyos_param shown = params[i];
        char name[PLACE_NAME];

        if (shown.type == PYOS_TYPE_CALLABLE || shown.type == PYOS_TYPE_FILE_ACTIONS) /* no word can say one */
            continue;
        if (shown.flags & PYOS_PARAM_POSITIONAL && shown.type != PYOS_TYPE_ENVIRONMENT &&
            !find_place(&params[i], &shown, name))
            continue;
        if (!titled)
            pyos_buf_text(buf, "\nOptions:\n");
        titled = true;
        put_option(buf, &shown);
    }
}

/* The common options, but for those that the rows of a name have taken (-r of walk). */
static void put_common(struct pyos_buf *buf, const struct pyos_param *params, size_t count)
{
    pyos_buf_text(buf, "\nOptions of every name:\n");
    for (size_t c = 0; c < pyos_common_count; c++) {
        struct pyos_param common = pyos_common_params[c];
        bool taken = false;

        for (size_t i = 0; i < count; i++) {
            taken = taken || pyos_options_is_named(&params[i], pyos_str(common.name));
            if (params[i].letter == common.letter)
                common.letter = '\0';
        }
        if (!taken)
            put_option(buf, &common);
    }
}

static void put_fields(struct pyos_buf *buf, const struct pyos_record *record)
{
    pyos_buf_text(buf, "\nFields:\n");
    for (size_t i = 0; i < record->count; i++)
        if (record->fields[i].flags & PYOS_FIELD_ATTRIBUTE)
            put_entry(buf, record->fields[i].name, record->fields[i].doc);
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

static void put_applets(struct pyos_buf *buf, const struct pyos_applet *applets, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (applets[i].name[0] != '-')
            put_entry(buf, applets[i].name, applets[i].summary);
}

void pyos_help_applet(struct pyos_buf *buf, const struct pyos_applet *applet)
{
    pyos_buf_text(buf, "usage: pyos ");
    pyos_buf_text(buf, applet->name);
    pyos_buf_text(buf, applet->commands ? " COMMAND [options]" : " [options]");
    if (applet->operands && !applet->commands) {
        pyos_buf_char(buf, ' ');
        pyos_buf_text(buf, applet->operands);
    }
    pyos_buf_text(buf, "\n\n");
    pyos_buf_text(buf, applet->name);
    pyos_buf_text(buf, " - ");
    pyos_buf_text(buf, applet->summary);
    pyos_buf_char(buf, '\n');
    if (applet->details) {
        pyos_buf_char(buf, '\n');
        pyos_buf_text(buf, applet->details);
    }
    if (applet->commands)
        pyos_buf_text(buf, "\nCommands:\n");
    put_applets(buf, applet->commands, applet->command_count);
    put_options(buf, applet->params, applet->count);
    put_common(buf, applet->params, applet->count);
    if (applet->record)
        put_fields(buf, applet->record);
    if (applet->examples)
        put_examples(buf, applet->examples);
}

/* An operand as the usage line shows it: NAME, [NAME], or [NAME...]. */
static void put_operand(struct pyos_buf *buf, const struct pyos_param *param)
{
    bool list = param->flags & (PYOS_PARAM_REST | PYOS_PARAM_LIST);
    bool optional = param->left_out || list;

    pyos_buf_text(buf, optional ? " [" : " ");
    for (const char *c = param->name; *c; c++)
        pyos_buf_char(buf, (char)toupper((unsigned char)*c)); /* of ASCII, ASCII */
    pyos_buf_text(buf, list ? "..." : "");
    pyos_buf_text(buf, optional ? "]" : "");
}

/* No table: it is no option, but the end of the line. */
static void put_exec(struct pyos_buf *buf)
{
    pyos_buf_text(buf, "\nWith --exec COMMAND [ARG...] at its end, the process becomes COMMAND after\n"
                       "success (exit code 0), which finds the result as JSON in the variable\n"
                       "PYOS_RESULT. Operands from strangers: --exec -- OPERAND... -- COMMAND [ARG...];\n"
                       "none of them may be --.\n");
}

/* As Python has it; an attribute has none. */
static void put_signature(struct pyos_buf *buf, const struct pyos_function *function)
{
    struct pyos_buf text = {0};

    if (function->flags & PYOS_FUNCTION_VALUE)
        return;
    pyos_buf_text(&text, function->name);
    pyos_signature_put(&text, function);
    pyos_buf_char(&text, '\0');
    pyos_buf_char(buf, '\n');
    put_doc(buf, buf->size, SIGNATURE_COLUMN, text.failed ? "" : text.data);
    buf->failed |= text.failed;
    pyos_buf_free(&text);
}

void pyos_help_function(struct pyos_buf *buf, const struct pyos_function *function)
{
    pyos_buf_text(buf, "usage: pyos ");
    pyos_buf_text(buf, function->name);
    pyos_buf_text(buf, " [options]");
    for (size_t i = 0; i < function->count && function->params[i].flags & PYOS_PARAM_POSITIONAL; i++)
        if (function->params[i].type != PYOS_TYPE_ENVIRONMENT)
            put_operand(buf, &function->params[i]);
    pyos_buf_char(buf, '\n');
    put_signature(buf, function);
    pyos_buf_char(buf, '\n');
    put_doc(buf, buf->size, 0, function->doc);
    if (function->result == PYOS_TYPE_BOOL)
        pyos_buf_text(buf, "Exit code 0 is True, 1 False.\n");
    if (function->flags & PYOS_FUNCTION_NONE_IS_FALSE)
        pyos_buf_text(buf, "Exit code 1: there is none.\n");
    if (function->flags & PYOS_FUNCTION_INSIDE)
        pyos_buf_text(buf, "\nIt changes the process that calls it: of use under --exec, in a session, or on\n"
                           "descriptors that the shell handed over.\n");
    put_options(buf, function->params, function->count);
    put_exec(buf);
    put_common(buf, function->params, function->count);
}

void pyos_help_house(struct pyos_buf *buf, const struct pyos_house *house)
{
    pyos_buf_text(buf, "usage: pyos [options] NAME [options] [operands]\n"
                       "       pyos --list | --list-functions [--json]\n"
                       "       pyos --install [--symbolic] [--prefix=pyos-] DIR\n"
                       "       pyos --help | --version\n"
                       "\n"
                       "Python's os module for shell scripts. `pyos NAME --help` tells more of a name.\n"
                       "\n"
                       "Applets:\n");
    for (size_t l = 0; house->lists[l]; l++)
        put_applets(buf, house->lists[l]->applets, house->lists[l]->count);
    put_common(buf, NULL, 0);
    pyos_buf_text(buf, "\nExit codes:\n"
                       "    0 done, or True        1 False, or not set\n"
                       "    64 the command line    65 a value             66 no such file\n"
                       "    69 not available       70 a bug in pyos       71 any other OSError\n"
                       "    73 it exists already   74 the output, a disk  75 try again later\n"
                       "    77 no permission\n");
}
