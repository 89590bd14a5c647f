#include "pyos/cli/dispatch.h"

#include "pyos/cli/help.h"
#include "pyos/cli/line.h"
#include "pyos/cli/list.h"
#include "pyos/cli/report.h"
#include "pyos/cli/run.h"
#include "pyos/py/constant.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

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

/* A file in Ansible's facts.d that can be executed prints JSON: there uname.fact is a link for uname. */
static const char fact[] = ".fact";

typedef void show_function(struct pyos_cli *cli);

/* What argv[0] calls: its basename without a login dash. */
static const char *called_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;

    return name[0] == '-' ? name + 1 : name;
}

/* The name that it gives, without "pyos-". */
static const char *called_name(const char *path)
{
    const char *name = called_base(path);

    return strncmp(name, "pyos-", 5) == 0 ? name + 5 : name;
}

/* The name without the end that makes a fact of it, in the arena; NULL where it has none. */
static const char *fact_name(struct pyos_cli *cli, const char *name)
{
    size_t size = strlen(name);

    if (size < sizeof fact || strcmp(name + size - (sizeof fact - 1), fact) != 0)
        return NULL;
    return pyos_arena_copy(&cli->arena, name, size - (sizeof fact - 1));
}

/* Whether argv[0] names what is called. */
static bool find_called(struct pyos_cli *cli, const char *path, struct pyos_target *target)
{
    const char *name = called_name(path);
    const char *of_fact = fact_name(cli, name);

    if (!pyos_house_find(cli->house, of_fact ? of_fact : name, target))
        return false;
    if (of_fact)
        cli->common.json.value = PYOS_JSON_LINES;
    return true;
}

static void show_version(struct pyos_cli *cli)
{
    struct pyos_buf *buf = pyos_cli_text(cli);

    pyos_buf_text(buf, "pyos ");
    pyos_buf_text(buf, cli->house->version);
    pyos_buf_char(buf, '\n');
    pyos_printer_commit(&cli->printer);
}

static void show_help(struct pyos_cli *cli)
{
    pyos_help_house(pyos_cli_text(cli), cli->house);
    pyos_printer_commit(&cli->printer);
}

/* Reads what leads a line: common options and instead's. *words then is the name, which may have dashes itself. */
static int read_lead(struct pyos_cli *cli, struct instead *instead, char ***words)
{
    struct pyos_options options = pyos_line_options(cli, (struct pyos_option_table){
        instead_params, sizeof instead_params / sizeof *instead_params, instead});
    struct pyos_target named;
    struct pyos_error error;

    while (**words && pyos_options_is_option(**words) && !pyos_house_find(cli->house, **words, &named)) {
        if (strcmp(**words, "--") == 0) {
            (*words)++;
            break;
        }
        if (pyos_options_next(&options, words, &error) != 0)
            return pyos_line_fail(cli, &error, *words);
    }
    pyos_line_form(cli);
    return 0;
}

/* The line has no name: an option stands in its place, or --help, or it is a mistake. */
static void run_nameless(struct pyos_cli *cli, show_function *show)
{
    struct pyos_error error;

    if (cli->common.help)
        show = show_help;
    if (show) {
        show(cli);
    } else {
        pyos_error_usage(&error, PYOS_TYPEERROR, "missing required argument 'NAME' (pos 1); see pyos --help");
        pyos_cli_fail(cli, &error);
    }
}

static void run_line(struct pyos_cli *cli, char **words)
{
    struct instead instead = {0};
    struct pyos_target target;
    struct pyos_error error;
    show_function *show;

    if (read_lead(cli, &instead, &words) != 0)
        return;
    show = instead.list ? pyos_list_applets : instead.list_functions ? pyos_list_functions
         : instead.version ? show_version : NULL;
    if (!*words) {
        run_nameless(cli, show);
    } else if (show) {
        pyos_error_usage(&error, PYOS_TYPEERROR, "--list, --list-functions and --version take no arguments");
        pyos_line_fail(cli, &error, words);
    } else if (pyos_house_find(cli->house, *words, &target)) {
        pyos_run(cli, target, words + 1);
    } else {
        pyos_constant_unknown("os", pyos_str(*words), &error);
        pyos_line_fail(cli, &error, words);
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
    pyos_report(&error, cli->name, &cli->printer.form);
    if (cli->failure != 0)
        cli->exit_code = cli->failure;
    else
        cli->exit_code = error.errnum == ENOMEM ? PYOS_EXIT_TEMPFAIL : PYOS_EXIT_IOERR;
}

int pyos_dispatch(const struct pyos_house *house, int argc, char **argv)
{
    struct pyos_cli cli = {.house = house};
    struct pyos_target target;
    char **words = argc > 0 ? argv + 1 : argv;

    pyos_out_open(&cli.printer.out, STDOUT_FILENO);
    if (argc > 0 && strcmp(called_base(argv[0]), "pyos-emulated") == 0)
        cli.common.backend.value = PYOS_BACKEND_EMULATED;
    if (argc > 0 && find_called(&cli, argv[0], &target))
        pyos_run(&cli, target, words);
    else
        run_line(&cli, words);
    finish(&cli);
    pyos_arena_free(&cli.arena);
    return cli.exit_code;
}
