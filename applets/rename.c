/* rename: os.rename, and what renameat2(2) adds: never over another file, or two names exchanged. */
#include "pyos/cli/applet.h"
#include "pyos/cli/house.h"
#include "pyos/os/linux_files.h"

struct options {
    struct pyos_dir_fd src_dir_fd;
    struct pyos_dir_fd dst_dir_fd;
    bool noreplace;
    bool exchange;
};

static const struct options defaults = {.src_dir_fd = {PYOS_DIR_FD_NONE}, .dst_dir_fd = {PYOS_DIR_FD_NONE}};

#define PARAM(member) PYOS_PARAM(struct options, member)

static const struct pyos_param params[] = {
    {PARAM(src_dir_fd), .metavar = "N", .doc = "SRC is relative to this open directory"},
    {PARAM(dst_dir_fd), .metavar = "N", .doc = "DST is relative to this open directory"},
    {PARAM(noreplace), .doc = "fail where DST is there: FileExistsError"},
    {PARAM(exchange), .doc = "SRC and DST, which are both there, change places"},
};

/* The kernel refuses both flags together, and whatever the file system does not have. */
static unsigned flags_of(const struct options *options)
{
    return (options->noreplace ? PYOS_RENAME_NOREPLACE : 0u) | (options->exchange ? PYOS_RENAME_EXCHANGE : 0u);
}

/* Wants two operands, in the words that os.rename has for fewer and for more. */
static int check_operands(struct pyos_cli *cli, struct pyos_words operands)
{
    static const char *const names[] = {"src", "dst", NULL};
    struct pyos_error error;

    if (operands.count <= 2)
        return pyos_cli_count(cli, operands, names, 2);
    pyos_error_usage(&error, PYOS_TYPEERROR, "rename() takes exactly 2 positional arguments (%zu given)",
                     operands.count);
    return pyos_cli_fail(cli, &error);
}

static void run(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    static const struct pyos_record none = {.name = "NoneType"};
    const struct options *options = arguments;
    struct pyos_rename rename = {
        .src_place = pyos_cli_place(cli, options->src_dir_fd),
        .dst_place = pyos_cli_place(cli, options->dst_dir_fd),
        .flags = flags_of(options),
    };
    struct pyos_error error;

    if (pyos_cli_choose(cli, &none) != 0 || check_operands(cli, operands) != 0)
        return;
    rename.src = pyos_str(operands.items[0]);
    rename.dst = pyos_str(operands.items[1]);
    if (pyos_os_rename(&rename, &error) != 0) {
        pyos_cli_fail(cli, &error);
        return;
    }
    pyos_form_item(&cli->printer.form, pyos_printer_buf(&cli->printer), PYOS_TYPE_NONE, NULL);
    pyos_printer_commit(&cli->printer);
}

static const struct pyos_example examples[] = {
    {"echo new >tmp && pyos rename tmp result && cat result", "new\n"},
    {"echo mine >tmp && pyos rename --noreplace tmp README.md || cat tmp", "mine\n"},
    {"echo 1 >a && echo 2 >b && pyos rename --exchange a b && cat a", "2\n"},
    {0},
};

static const struct pyos_applet applets[] = {
    {.name = "rename", .summary = "os.rename, also without replacing, or as an exchange", .operands = "SRC DST",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct options),
     .defaults = &defaults, .examples = examples, .emulation = PYOS_EMULATED, .run = run},
};

const struct pyos_applet_list pyos_applets_rename = {applets, sizeof applets / sizeof *applets};
