/* info: what one wants to have seen of a process and its machine, in one record. */
#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"
#include "pyos/os/info.h"

struct options {
    bool show_env;
};

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct options, show_env), .doc = "all variables of the environment with their values"},
};

/* As Python's pprint would: a line a field. */
static void print_lines(struct pyos_printer *printer, const struct pyos_info *info)
{
    struct pyos_buf *buf = pyos_printer_buf(printer);

    for (size_t i = 0; i < pyos_info_record.count; i++) {
        const struct pyos_field *field = &pyos_info_record.fields[i];

        pyos_buf_text(buf, i == 0 ? "{'" : ",\n '");
        pyos_buf_text(buf, field->name);
        pyos_buf_text(buf, "': ");
        pyos_form_value(&printer->form, buf, (enum pyos_type)field->type, /* which is what a row holds */
                        (const char *)info + field->offset);
    }
    pyos_buf_text(buf, "}\n");
    pyos_printer_commit(printer);
}

static void run_info(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    struct pyos_info info = {.version = cli->house->version};
    struct pyos_error error;

    if (pyos_cli_need_none(cli, operands) != 0 || pyos_cli_choose(cli, &pyos_info_record) != 0)
        return;
    if (pyos_info_get(&info, cli->name, options->show_env, &cli->arena, &error) != 0)
        pyos_cli_fail(cli, &error);
    else if (cli->printer.form.kind == PYOS_FORM_PYTHON)
        print_lines(&cli->printer, &info);
    else
        pyos_printer_record(&cli->printer, &pyos_info_record, &info);
}

static const struct pyos_example examples[] = {
    {"pyos info", NULL},
    {"sh -c 'umask 027; pyos info -f umask'", "{'value': 23, 'octal': '0o027'}\n"},
    {"pyos info -J | jq '.limits.RLIMIT_NOFILE, .memory_limit'", NULL},
    {"FOO=bar pyos info --show-env -J -f environment | grep -o '{\"name\":\"FOO\",[^}]*}'",
     "{\"name\":\"FOO\",\"value\":\"bar\"}\n"},
    {0},
};

static const struct pyos_applet applets[] = {
    {.name = "info", .summary = "the system and the process, in one record",
     .details = "A field that cannot be read is {'error': ...}, and the exit code stays 0. Values\n"
                "of the environment are shown where they hold no secrets: PATH, LANG, CI and\n"
                "their kin.\n"
                "As a fact of Ansible: ln -s /usr/local/bin/pyos /etc/ansible/facts.d/info.fact\n",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct options),
     .record = &pyos_info_record, .examples = examples, .reason = "it tells of the system outside of the root",
     .run = run_info},
};

const struct pyos_applet_list pyos_applets_info = {applets, sizeof applets / sizeof *applets};
