/* const: the numbers behind the names of os, stat, signal and errno. */
#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"

struct options {
    struct pyos_choice module;
};

static const char *const modules[] = {"os", "stat", "signal", "errno", "linux", NULL};

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct options, module), .metavar = "os|stat|signal|errno|linux", .choices = modules,
     .doc = "of that module of Python alone, or what Linux adds"},
};

struct row {
    const char *module;
    const char *name;
    int64_t value;
};

#define ROW(member) PYOS_FIELD(struct row, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {ROW(module), .doc = "Python's: os, stat, signal or errno; or linux"},
    {ROW(name), .doc = "as Python has it"},
    {ROW(value), .doc = "on this architecture"},
};

static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

/* The module that was chosen, or NULL for all. */
static const char *chosen(const struct options *options)
{
    return options->module.value > 0 ? modules[options->module.value - 1] : NULL;
}

static bool is_chosen(const struct options *options, const struct pyos_constant_module *module)
{
    return !chosen(options) || strcmp(chosen(options), module->name) == 0;
}

/* Prints a constant: a record, or its value alone, or led by NAME=. 0, or -1 once nothing more can be written. */
static int show(struct pyos_cli *cli, const struct row *row, bool named)
{
    struct pyos_printer *printer = &cli->printer;

    if (printer->form.kind == PYOS_FORM_JSON || printer->form.fields)
        return pyos_printer_record(printer, &record, row);
    if (named) {
        pyos_buf_text(pyos_printer_buf(printer), row->name);
        pyos_buf_char(pyos_printer_buf(printer), '=');
    }
    return pyos_printer_value(printer, PYOS_TYPE_I64, &row->value);
}

static void show_all(struct pyos_cli *cli, const struct options *options)
{
    const struct pyos_constants *constants = cli->house->constants;

    for (size_t m = 0; m < constants->count; m++) {
        const struct pyos_constant_module *module = &constants->modules[m];

        for (int i = 0; i < module->count && is_chosen(options, module); i++) {
            struct pyos_constant constant = pyos_constant_at(module, i);

            if (constant.name && show(cli, &(struct row){module->name, constant.name, constant.value}, true) != 0)
                return;
        }
    }
}

static void run(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    const struct pyos_constant_module *module;
    struct pyos_constant constant;
    struct pyos_error error;

    if (pyos_cli_choose(cli, &record) != 0)
        return;
    if (operands.count == 0)
        show_all(cli, options);
    for (size_t i = 0; i < operands.count; i++) {
        struct pyos_str name = pyos_str(operands.items[i]);

        if (!pyos_constant_find(cli->house->constants, name, &module, &constant) || !is_chosen(options, module)) {
            pyos_constant_unknown(chosen(options) ? chosen(options) : "os", name, &error);
            pyos_cli_fail(cli, &error);
        } else if (show(cli, &(struct row){module->name, constant.name, constant.value}, false) != 0) {
            return;
        }
    }
}

static const struct pyos_example examples[] = {
    {"pyos const EX_USAGE SEEK_END", "64\n2\n"},
    {"pyos const --json ENOENT", "{\"module\":\"errno\",\"name\":\"ENOENT\",\"value\":2}\n"},
    {"eval \"$(pyos const --module=stat)\" && [ $((0100644 & S_IFREG)) != 0 ] && echo file", "file\n"},
    {0},
};

static const struct pyos_applet applets[] = {
    {.name = "const", .summary = "the constants of os, stat, signal and errno", .operands = "[NAME...]",
     .details = "Prints the value of each NAME; without any, all as NAME=VALUE, which a shell\n"
                "can eval.\n"
                "Fields: module, name, value.\n",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct options),
     .examples = examples, .emulation = PYOS_SUPPORTED, .run = run},
};

const struct pyos_applet_list pyos_applets_const = {applets, sizeof applets / sizeof *applets};
