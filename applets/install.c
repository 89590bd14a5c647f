/* --install: links to this binary under the names of its applets. */
#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"
#include "pyos/os/links.h"

#include <errno.h>
#include <string.h>

struct options {
    bool symbolic;
    const char *prefix;
};

static const struct options defaults = {.prefix = ""};

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct options, symbolic), .doc = "symbolic links instead of hard ones"},
    {PYOS_PARAM(struct options, prefix), .metavar = "pyos-", .doc = "before each name"},
};

/* One link; what is there already is left alone when it is this binary. False where no other link can be made. */
static bool install(struct pyos_cli *cli, const struct options *options, const char *directory, const char *name)
{
    struct pyos_buf path = {0};
    struct pyos_error error;
    int result;

    pyos_buf_text(&path, directory);
    pyos_buf_char(&path, '/');
    pyos_buf_text(&path, options->prefix);
    pyos_buf_text(&path, name);
    pyos_buf_char(&path, '\0');
    result = path.failed ? pyos_error_memory(&error)
                         : pyos_os_link_self(pyos_str(path.data), options->symbolic, &error);
    if (result != 0)
        pyos_cli_fail(cli, &error);
    pyos_buf_free(&path);
    return result == 0 || error.errnum == EEXIST;
}

static void run(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct pyos_house *house = cli->house;
    const struct options *options = arguments;
    struct pyos_error error;

    if (pyos_cli_need(cli, operands, "DIR") != 0)
        return;
    if (operands.count > 1) {
        pyos_error_usage(&error, PYOS_TYPEERROR, "%s() takes exactly 1 positional argument (%zu given)", cli->name,
                         operands.count);
        pyos_cli_fail(cli, &error);
        return;
    }
    if (options->prefix[0] != '\0' && strcmp(options->prefix, "pyos-") != 0) {
        pyos_error_say(&error, PYOS_VALUEERROR, "prefix must be 'pyos-', which pyos knows where it is called so");
        pyos_cli_fail(cli, &error);
        return;
    }
    for (size_t l = 0; house->lists[l]; l++)
        for (size_t i = 0; i < house->lists[l]->count; i++) {
            const char *name = house->lists[l]->applets[i].name;

            if (name[0] != '-' && !install(cli, options, operands.items[0], name))
                return;
        }
}

static const struct pyos_example examples[] = {
    {"mkdir bin && pyos --install --symbolic --prefix=pyos- bin && bin/pyos-stat -f st_size README.md", "13\n"},
    {0},
};

static const struct pyos_applet applets[] = {
    {.name = "--install", .summary = "link this binary under the name of each applet", .operands = "DIR",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct options),
     .defaults = &defaults, .examples = examples,
     .reason = "this binary is outside of the root", .run = run},
};

const struct pyos_applet_list pyos_applets_install = {applets, sizeof applets / sizeof *applets};
