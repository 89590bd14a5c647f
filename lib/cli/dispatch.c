#include "pyos/cli/dispatch.h"

#include "pyos/cli/call.h"
#include "pyos/cli/help.h"
#include "pyos/cli/list.h"
#include "pyos/cli/options.h"
#include "pyos/cli/report.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* What a name turned out to be: one of the two. */
struct target {
    const struct pyos_applet *applet;
    const struct pyos_function *function;
};

/* Options that stand in the place of a name. */
struct instead {
    bool list;
    bool list_functions;
    bool version;
};

static const struct pyos_param instead_params[] = {
    {PYOS_PARAM(struct instead, list)},
    {PYOS_PARAM(struct instead, list_functions)},
    {PYOS_PARAM(struct instead, version)},
};

static bool find_target(const struct pyos_house *house, const char *name, struct target *target)
{
    target->applet = pyos_house_applet(house, name);
    target->function = target->applet ? NULL : pyos_house_function(house, name);
    return target->applet || target->function;
}

/* The name that argv[0] gives: its basename without a login dash and without "pyos-". */
static const char *called_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;

    if (name[0] == '-')
        name++;
    return strncmp(name, "pyos-", 5) == 0 ? name + 5 : name;
}

/* Reads the words by the rows of a name and the common ones, and makes the form of the output. */
static int read_words(struct pyos_cli *cli, struct pyos_option_table own, bool stop_at_operand, char **words,
                      struct pyos_words *operands)
{
    struct pyos_options options = {
        .name = cli->name ? cli->name : "pyos",
        .tables = {own, {pyos_common_params, pyos_common_count, &cli->common}},
        .stop_at_operand = stop_at_operand,
        .context = pyos_cli_context(cli),
    };
    struct pyos_error error;

    if (pyos_options_read(&options, words, &error) != 0) {
        if (pyos_common_wants_json(words))
            cli->printer.form.kind = PYOS_FORM_JSON;
        return pyos_cli_fail(cli, &error);
    }
    cli->printer.form = pyos_common_form(&cli->common, cli->printer.out.terminal);
    *operands = options.operands;
    return 0;
}

static void show_help(struct pyos_cli *cli, const struct target *target)
{
    struct pyos_buf *buf = pyos_printer_buf(&cli->printer);

    cli->printer.form.array = false;
    if (target->applet)
        pyos_help_applet(buf, target->applet);
    else if (target->function)
        pyos_help_function(buf, target->function);
    else
        pyos_help_house(buf, cli->house);
    pyos_out_commit(&cli->printer.out);
}

/* A struct for the target's options, with their defaults; NULL when there is no memory. */
static void *new_arguments(struct pyos_cli *cli, size_t size, const void *defaults)
{
    void *arguments = pyos_arena_get(&cli->arena, size);

    if (arguments && defaults)
        memcpy(arguments, defaults, size);
    else if (arguments)
        memset(arguments, 0, size);
    return arguments;
}

/* The command of an applet that a word names: "xattr" has "xattr list". */
static const struct pyos_applet *find_command(const struct pyos_applet *applet, const char *word)
{
    size_t skip = strlen(applet->name) + 1;

    for (size_t i = 0; word && i < applet->command_count; i++)
        if (strcmp(applet->commands[i].name + skip, word) == 0)
            return &applet->commands[i];
    return NULL;
}

/* Picks the command by the first word, if the applet has any; NULL and a report where none fits. */
static const struct pyos_applet *take_command(struct pyos_cli *cli, const struct pyos_applet *applet, char ***words)
{
    const char *word = **words;
    const struct pyos_applet *command = find_command(applet, word);
    bool asks_help = word && (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0);
    struct pyos_error error;

    if (!applet->commands || asks_help)
        return applet;
    if (command) {
        (*words)++;
        return command;
    }
    if (applet->default_command && (!word || pyos_options_is_option(word)))
        return &applet->commands[0];
    if (pyos_common_wants_json(*words))
        cli->printer.form.kind = PYOS_FORM_JSON;
    if (word && !pyos_options_is_option(word))
        pyos_error_usage(&error, PYOS_ATTRIBUTEERROR, "'%s' has no command '%.200s'", applet->name, word);
    else
        pyos_error_usage(&error, PYOS_TYPEERROR, "%s() missing required argument 'COMMAND' (pos 1)", applet->name);
    pyos_cli_fail(cli, &error);
    return NULL;
}

static void run_applet(struct pyos_cli *cli, const struct pyos_applet *applet, char **words)
{
    struct pyos_option_table own = {applet->params, applet->count, NULL};
    struct pyos_words operands;
    struct pyos_error error;

    own.arguments = new_arguments(cli, applet->size, applet->defaults);
    if (!own.arguments) {
        pyos_error_memory(&error);
        pyos_cli_fail(cli, &error);
    } else if (read_words(cli, own, applet->stop_at_operand, words, &operands) == 0) {
        if (cli->common.help)
            show_help(cli, &(struct target){.applet = applet});
        else
            applet->run(cli, own.arguments, operands);
    }
}

static void run_function(struct pyos_cli *cli, const struct pyos_function *function, char **words)
{
    struct pyos_option_table own = {function->params, function->count, NULL};
    struct pyos_words operands;
    struct pyos_error error;

    own.arguments = new_arguments(cli, function->size, function->defaults);
    if (!own.arguments) {
        pyos_error_memory(&error);
        pyos_cli_fail(cli, &error);
    } else if (read_words(cli, own, false, words, &operands) == 0) {
        if (cli->common.help)
            show_help(cli, &(struct target){.function = function});
        else
            pyos_call(cli, function, own.arguments, operands);
    }
}

static void run_target(struct pyos_cli *cli, const struct target *target, const char *name, char **words)
{
    const struct pyos_applet *applet = target->applet;

    cli->name = name;
    if (!applet) {
        run_function(cli, target->function, words);
        return;
    }
    cli->failure = applet->failure;
    applet = take_command(cli, applet, &words);
    if (!applet)
        return;
    cli->failure = applet->failure;
    if (applet != target->applet)
        cli->name = applet->name;
    run_applet(cli, applet, words);
}

static void show_version(struct pyos_cli *cli)
{
    struct pyos_buf *buf = pyos_printer_buf(&cli->printer);

    pyos_buf_text(buf, "pyos ");
    pyos_buf_text(buf, cli->house->version);
    pyos_buf_char(buf, '\n');
    pyos_out_commit(&cli->printer.out);
}

/* No name begins the line: common options before it, or an option in its place. */
static void run_options(struct pyos_cli *cli, char **words)
{
    struct instead instead = {0};
    struct pyos_option_table own = {instead_params, sizeof instead_params / sizeof *instead_params, &instead};
    struct pyos_words rest;
    struct target target = {0};
    struct pyos_error error;

    if (read_words(cli, own, true, words, &rest) != 0)
        return;
    if (rest.count > 0 && find_target(cli->house, rest.items[0], &target)) {
        run_target(cli, &target, rest.items[0], words + 1); /* the operands were moved to the front */
    } else if (rest.count > 0) {
        pyos_error_usage(&error, PYOS_ATTRIBUTEERROR, "module 'os' has no attribute '%.200s'", rest.items[0]);
        pyos_cli_fail(cli, &error);
    } else if (instead.list) {
        pyos_list_applets(cli);
    } else if (instead.list_functions) {
        pyos_list_functions(cli);
    } else if (instead.version) {
        show_version(cli);
    } else if (cli->common.help) {
        show_help(cli, &target);
    } else {
        pyos_error_usage(&error, PYOS_TYPEERROR, "missing required argument 'NAME' (pos 1); see pyos --help");
        pyos_cli_fail(cli, &error);
    }
}

/* What could not be written is reported once, here, whatever it was. */
static void finish(struct pyos_cli *cli)
{
    struct pyos_error error;

    pyos_printer_finish(&cli->printer);
    if (pyos_out_close(&cli->printer.out) == 0)
        return;
    pyos_error_os(&error, cli->printer.out.errnum);
    pyos_report(&error, cli->name, cli->printer.form.kind == PYOS_FORM_JSON);
    cli->exit_code = error.errnum == ENOMEM ? PYOS_EXIT_TEMPFAIL : PYOS_EXIT_IOERR;
}

int pyos_dispatch(const struct pyos_house *house, int argc, char **argv)
{
    struct pyos_cli cli = {.house = house};
    struct target target;
    const char *name = argc > 0 ? called_name(argv[0]) : "";
    char **words = argc > 0 ? argv + 1 : argv;

    pyos_out_open(&cli.printer.out, STDOUT_FILENO);
    if (find_target(house, name, &target))
        run_target(&cli, &target, name, words);
    else if (words[0] && find_target(house, words[0], &target))
        run_target(&cli, &target, words[0], words + 1);
    else
        run_options(&cli, words);
    finish(&cli);
    pyos_arena_free(&cli.arena);
    return cli.exit_code;
}
