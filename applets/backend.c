/* backend: what the emulated backend makes of each function. */
#include "pyos/cli/backend.h"

#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"
#include "pyos/py/constant.h"

#include <string.h>

struct row {
    const char *name;
    const char *section;
    const char *status;
    const char *reason;
};

#define ROW(member) PYOS_FIELD(struct row, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field fields[] = {
    {ROW(name), .doc = "of the function, or of an attribute such as sep"},
    {ROW(section), .doc = "of Python's manual, or of what pyos adds to it"},
    {ROW(status), .doc = "supported, emulated or refused"},
    {ROW(reason), .doc = "why it is refused, or what is emulated of it"},
};

static const struct pyos_record record = {NULL, fields, sizeof fields / sizeof *fields};

static const char *status_of(const struct pyos_function *function)
{
    switch (function->emulation) {
    case PYOS_SUPPORTED: return "supported";
    case PYOS_EMULATED: return "emulated";
    default: return "refused";
    }
}

/* 0, or -1 once nothing more can be written. */
static int show(struct pyos_cli *cli, const struct pyos_section *section, const struct pyos_function *function)
{
    struct row row = {function->name, section->name, "supported", NULL};

    if (cli->common.backend.value != PYOS_BACKEND_NATIVE) {
        row.status = status_of(function);
        row.reason = pyos_backend_reason(cli->house, function);
    }
    return pyos_printer_record(&cli->printer, &record, &row);
}

/* The functions of that name, or all for NULL: how many; -1 once nothing more can be written. */
static int show_named(struct pyos_cli *cli, const char *name)
{
    const struct pyos_section *const *sections = cli->house->sections;
    int count = 0;

    for (size_t s = 0; sections[s]; s++)
        for (size_t i = 0; i < sections[s]->count; i++) {
            const struct pyos_function *function = &sections[s]->functions[i];

            if (name && strcmp(function->name, name) != 0)
                continue;
            if (show(cli, sections[s], function) != 0)
                return -1;
            count++;
        }
    return count;
}

static void run(struct pyos_cli *cli, const void *options, struct pyos_words operands)
{
    struct pyos_error error;

    (void)options;
    if (pyos_cli_choose(cli, &record) != 0)
        return;
    if (operands.count == 0)
        show_named(cli, NULL);
    for (size_t i = 0; i < operands.count; i++) {
        int count = show_named(cli, operands.items[i]);

        if (count < 0)
            return;
        if (count == 0) {
            pyos_constant_unknown("os", pyos_str(operands.items[i]), &error);
            pyos_cli_fail(cli, &error);
        }
    }
}

static const struct pyos_example examples[] = {
    {"pyos backend fork", "{'name': 'fork', 'section': 'Process Management', 'status': 'refused', "
                          "'reason': 'processes cannot be confined'}\n"},
    {"pyos backend -f name,status getpid stat spawnv", "getpid\tsupported\nstat\temulated\nspawnv\trefused\n"},
    {"pyos backend --json | jq -r 'select(.reason == \"namespaces cannot be confined\").name'", "setns\nunshare\n"},
    {0},
};

static const struct pyos_applet applets[] = {
    {.name = "backend", .summary = "what the emulated backend supports, emulates and refuses", .operands = "[NAME...]",
     .details = "Prints a record for each function NAME; without any, for all. The emulated\n"
                "backend takes the directory of --root for / and lets no path leave it. With\n"
                "--backend=native it tells of that one, where all is supported.\n",
     .record = &record, .examples = examples, .emulation = PYOS_SUPPORTED, .run = run},
};

const struct pyos_applet_list pyos_applets_backend = {applets, sizeof applets / sizeof *applets};
