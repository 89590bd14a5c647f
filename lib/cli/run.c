#include "pyos/cli/run.h"

#include "pyos/cli/backend.h"
#include "pyos/cli/become.h"
#include "pyos/cli/call.h"
#include "pyos/cli/help.h"
#include "pyos/cli/line.h"

#include <string.h>

/* The command of an applet that a word names: "xattr" has "xattr list". */
static const struct pyos_applet *find_command(const struct pyos_applet *applet, const char *word)
{
    size_t skip = strlen(applet->name) + 1;

    for (size_t i = 0; word && i < applet->command_count; i++)
        if (strcmp(applet->commands[i].name + skip, word) == 0)
            return &applet->commands[i];
    return NULL;
}

/* Moves *words to the first that is no common option. */
static void skip_common(struct pyos_cli *cli, char ***words)
{
    struct pyos_options options = pyos_line_options(cli, (struct pyos_option_table){0});
    struct pyos_error ignored;
    char **next = *words;

    while (*next && pyos_options_is_option(*next) && strcmp(*next, "--") != 0) {
        if (pyos_options_next(&options, &next, &ignored) != 0)
            return; /* an option of the default command, or of none: who reads the whole line reports it */
        *words = next;
    }
}

/* Reports that no command is meant by a line. */
static int refuse(struct pyos_cli *cli, const struct pyos_applet *applet, char **words)
{
    struct pyos_error error;

    if (*words && !pyos_options_is_option(*words))
        pyos_error_usage(&error, PYOS_ATTRIBUTEERROR, "'%s' has no command '%s'", applet->name, *words);
    else
        pyos_error_usage(&error, PYOS_TYPEERROR, "%s() missing required argument 'COMMAND' (pos 1)", applet->name);
    return pyos_line_fail(cli, &error, words);
}

/* Where an applet has commands, picks the one that the line means and moves *words behind its name. */
static int pick_command(struct pyos_cli *cli, const struct pyos_applet **applet, char ***words)
{
    const struct pyos_common before = cli->common;
    const struct pyos_applet *command;
    char **at = *words;

    if (!(*applet)->commands)
        return 0;
    skip_common(cli, &at);
    command = find_command(*applet, *at);
    if (command) {
        *applet = command;
        *words = at + 1;
        return 0;
    }
    if (cli->common.help)
        return 0;
    if (!(*applet)->default_command || (*at && !pyos_options_is_option(*at)))
        return refuse(cli, *applet, at);
    cli->common = before; /* the line is read once more, as a whole */
    *applet = &(*applet)->commands[0];
    return 0;
}

/* A struct for the options of a row, with their defaults; reports and returns NULL without memory. */
static void *new_arguments(struct pyos_cli *cli, size_t size, const void *defaults)
{
    void *arguments = pyos_arena_get(&cli->arena, size);
    struct pyos_error error;

    if (!arguments) {
        pyos_error_memory(&error);
        pyos_cli_fail(cli, &error);
    } else if (defaults) {
        memcpy(arguments, defaults, size);
    } else {
        memset(arguments, 0, size);
    }
    return arguments;
}

static void run_applet(struct pyos_cli *cli, const struct pyos_applet *applet, char **words)
{
    void *arguments = new_arguments(cli, applet->size, applet->defaults);
    struct pyos_options options = pyos_line_options(cli, (struct pyos_option_table){
        applet->params, applet->count, arguments});

    options.stop_at_operand = applet->stop_at_operand;
    if (!arguments || pyos_line_read(cli, &options, words) != 0)
        return;
    if (cli->common.help) {
        pyos_help_applet(pyos_cli_text(cli), applet);
        pyos_printer_commit(&cli->printer);
    } else if (pyos_backend_open(cli) == 0 && pyos_backend_admit_applet(cli, applet, &options) == 0) {
        applet->run(cli, arguments, options.operands);
    }
}

static void run_function(struct pyos_cli *cli, const struct pyos_function *function, char **words)
{
    void *arguments = new_arguments(cli, function->size, function->defaults);
    struct pyos_options options = pyos_line_options(cli, (struct pyos_option_table){
        function->params, function->count, arguments});
    struct pyos_words command;
    struct pyos_error error;

    options.stop_at_operand = function->flags & PYOS_FUNCTION_LITERAL;
    if (pyos_become_cut(options.stop_at_operand, words, &command, &error) != 0) {
        pyos_line_fail(cli, &error, words);
        return;
    }
    if (!arguments || pyos_line_read(cli, &options, words) != 0)
        return;
    if (cli->common.help) {
        pyos_help_function(pyos_cli_text(cli), function);
        pyos_printer_commit(&cli->printer);
    } else if (pyos_backend_open(cli) == 0) {
        pyos_call(cli, function, arguments, &options, command);
    }
}

void pyos_run(struct pyos_cli *cli, struct pyos_target target, char **words)
{
    const struct pyos_applet *applet = target.applet;

    if (!applet) {
        cli->name = target.function->name;
        run_function(cli, target.function, words);
        return;
    }
    cli->name = applet->name;
    cli->failure = applet->failure;
    if (pick_command(cli, &applet, &words) != 0)
        return;
    cli->name = applet->name;
    cli->failure = applet->failure;
    run_applet(cli, applet, words);
}
