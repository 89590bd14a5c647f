#include "pyos/cli/list.h"

#include "pyos/py/signature.h"

struct listed {
    const char *name;
    const char *of; /* its summary, or its section */
    const char *doc;
    const char *origin;
    struct pyos_str signature;
};

#define FIELD(member, called) PYOS_FIELD_AS(struct listed, member, called, PYOS_TYPE_TEXT)

static const struct pyos_field applet_fields[] = {
    {FIELD(name, "name"), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE},
    {FIELD(of, "summary"), .flags = PYOS_FIELD_ATTRIBUTE},
};
static const struct pyos_record applet_record = {NULL, applet_fields, sizeof applet_fields / sizeof *applet_fields};

static const struct pyos_field function_fields[] = {
    {FIELD(name, "name"), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE},
    {FIELD(of, "section"), .flags = PYOS_FIELD_ATTRIBUTE},
    {FIELD(doc, "doc"), .flags = PYOS_FIELD_ATTRIBUTE},
    {FIELD(origin, "origin"), .flags = PYOS_FIELD_ATTRIBUTE},
    {PYOS_FIELD(struct listed, signature), .flags = PYOS_FIELD_ATTRIBUTE},
};
static const struct pyos_record function_record = {NULL, function_fields,
                                                   sizeof function_fields / sizeof *function_fields};

/* A list of names is for reading and for loops: without --json it is raw, a name a line. */
static int prepare(struct pyos_cli *cli, const struct pyos_record *record)
{
    if (cli->printer.form.kind == PYOS_FORM_PYTHON)
        cli->printer.form.kind = PYOS_FORM_RAW;
    return pyos_cli_choose(cli, record);
}

void pyos_list_applets(struct pyos_cli *cli)
{
    const struct pyos_house *house = cli->house;

    if (prepare(cli, &applet_record) != 0)
        return;
    for (size_t l = 0; house->lists[l]; l++)
        for (size_t i = 0; i < house->lists[l]->count; i++) {
            const struct pyos_applet *applet = &house->lists[l]->applets[i];
            struct listed listed = {.name = applet->name, .of = applet->summary};

            if (applet->name[0] != '-')
                pyos_printer_record(&cli->printer, &applet_record, &listed);
        }
}

static void list_function(struct pyos_cli *cli, const struct pyos_section *section,
                          const struct pyos_function *function)
{
    struct pyos_buf signature = {0};
    struct listed listed = {
        .name = function->name,
        .of = section->name,
        .doc = function->doc,
        .origin = section->origin ? section->origin : "os",
    };

    if (!(function->flags & PYOS_FUNCTION_VALUE))
        pyos_signature_put(&signature, function);
    listed.signature = (struct pyos_str){signature.data, signature.size};
    pyos_printer_record(&cli->printer, &function_record, &listed);
    pyos_buf_free(&signature);
}

void pyos_list_functions(struct pyos_cli *cli)
{
    const struct pyos_section *const *sections = cli->house->sections;

    if (prepare(cli, &function_record) != 0)
        return;
    for (size_t s = 0; sections[s]; s++)
        for (size_t i = 0; i < sections[s]->count; i++)
            list_function(cli, sections[s], &sections[s]->functions[i]);
}
