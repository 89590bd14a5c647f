/* stat, lstat, fstat: os.stat_result of files. */
#include "pyos/cli/applet.h"
#include "pyos/cli/each.h"
#include "pyos/cli/house.h"
#include "pyos/os/stat.h"
#include "pyos/py/int.h"

struct options {
    bool follow_symlinks;
    struct pyos_dir_fd dir_fd;
    struct pyos_fd fd;
    const char *files0_from;
    bool names;
    bool iso;
};

static const struct options defaults = {.follow_symlinks = true, .dir_fd = {PYOS_DIR_FD_NONE}};
static const struct options lstat_defaults = {.follow_symlinks = false, .dir_fd = {PYOS_DIR_FD_NONE}};

#define PARAM(member) PYOS_PARAM(struct options, member)
#define DIR_FD {PARAM(dir_fd), .metavar = "N", .doc = "paths are relative to this open directory"}
#define FILES0_FROM {PARAM(files0_from), .metavar = "FILE", .doc = "NUL-ended paths from FILE, - is standard input"}
#define NAMES {PARAM(names), .doc = "JSON: add user and group"}
#define ISO {PARAM(iso), .doc = "JSON: add each time as ISO 8601"}

static const struct pyos_param stat_params[] = {
    {PARAM(follow_symlinks), .letter = 'P', .flags = PYOS_PARAM_NEGATIVE, .doc = "a link itself, not what it leads to"},
    DIR_FD,
    {PARAM(fd), .metavar = "N", .doc = "an open descriptor instead of a path"},
    FILES0_FROM,
    NAMES,
    ISO,
};
static const struct pyos_param lstat_params[] = {DIR_FD, FILES0_FROM, NAMES, ISO};
static const struct pyos_param fstat_params[] = {NAMES, ISO};

/* A call at work. */
struct call {
    struct pyos_cli *cli;
    struct pyos_accounts accounts;
    struct pyos_stat stat; /* of the file that is looked at */
    struct pyos_error error;
    uint8_t groups;
};

/* Chooses the fields: those of --field, or by the options and the kind of operand. */
static int begin(struct call *call, struct pyos_cli *cli, const struct options *options, uint8_t subject)
{
    struct pyos_form *form = &cli->printer.form;

    *call = (struct call){.cli = cli, .accounts = {.root = cli->root}};
    if (pyos_cli_choose(cli, &pyos_stat_record) != 0)
        return -1;
    form->groups = subject;
    form->groups |= options->names ? PYOS_STAT_NAMES : 0;
    form->groups |= options->iso ? PYOS_STAT_ISO : 0;
    call->groups = pyos_form_groups(form);
    return 0;
}

/* result: of filling call->stat. Prints it, or reports the error. 0 as long as the output takes more. */
static int show(struct call *call, int result)
{
    if (result == 0)
        result = pyos_stat_add(&call->stat, call->groups, &call->accounts, &call->error);
    if (result == 0)
        return pyos_printer_record(&call->cli->printer, &pyos_stat_record, &call->stat);
    pyos_cli_fail(call->cli, &call->error);
    return 0;
}

static void end(struct call *call)
{
    pyos_accounts_free(&call->accounts);
}

static void run_paths(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    const struct pyos_place place = pyos_cli_place(cli, options->dir_fd);
    struct call call;
    struct pyos_each each;
    struct pyos_str path;

    if ((!options->files0_from && pyos_cli_need(cli, operands, "path") != 0) ||
        begin(&call, cli, options, PYOS_STAT_PATH) != 0 ||
        pyos_each_open(&each, cli, operands, options->files0_from) != 0)
        return;
    while (pyos_each_next(&each, &path) > 0) {
        int result = pyos_os_stat(place, path, options->follow_symlinks, &call.stat, &call.error);

        if (show(&call, result) != 0)
            break;
    }
    pyos_each_close(&each);
    end(&call);
}

/* --fd stands in the place of the path: Python's rules for what may stand beside it. */
static int check_fd(const struct options *options, struct pyos_words operands, struct pyos_error *error)
{
    if (operands.count > 0 || options->files0_from)
        return pyos_error_usage(error, PYOS_TYPEERROR, "stat() takes a path or fd, not both");
    if (options->dir_fd.value != PYOS_DIR_FD_NONE)
        return pyos_error_say(error, PYOS_VALUEERROR, "stat: can't specify dir_fd without matching path");
    if (!options->follow_symlinks)
        return pyos_error_say(error, PYOS_VALUEERROR, "stat: cannot use fd and follow_symlinks together");
    return 0;
}

static void run_stat(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    struct call call;
    struct pyos_error error;

    if (!options->fd.given) {
        run_paths(cli, options, operands);
    } else if (check_fd(options, operands, &error) != 0) {
        pyos_cli_fail(cli, &error);
    } else if (begin(&call, cli, options, PYOS_STAT_FD) == 0) {
        show(&call, pyos_os_stat_fd(options->fd.value, &call.stat, &call.error));
        end(&call);
    }
}

static void run_fstat(struct pyos_cli *cli, const void *options, struct pyos_words operands)
{
    struct call call;

    if (pyos_cli_need(cli, operands, "fd") != 0 || begin(&call, cli, options, PYOS_STAT_FD) != 0)
        return;
    for (size_t i = 0; i < operands.count; i++) {
        int fd;
        int result = pyos_int_parse(pyos_str(operands.items[i]), &fd, &call.error);

        if (result == 0)
            result = pyos_os_fstat(fd, &call.stat, &call.error);
        if (show(&call, result) != 0)
            break;
    }
    end(&call);
}

static const struct pyos_example stat_examples[] = {
    {"pyos stat -f st_size README.md", "13\n"},
    {"pyos stat -f perm,type,st_mtime README.md link", "0644\tfile\t1700000000.5\n0644\tfile\t1700000000.5\n"},
    {"pyos stat -P -f filemode link", "lrwxrwxrwx\n"},
    {"pyos stat --json --json-ints=string README.md | jq -r .st_mtime_ns", "1700000000500000000\n"},
    {"find . -type f -print0 | pyos stat --files0-from=- -f st_size | sort -n | tail -1", "4096\n"},
    {0},
};
static const struct pyos_example lstat_examples[] = {{"pyos lstat -f type link", "symlink\n"}, {0}};
static const struct pyos_example fstat_examples[] = {{"pyos fstat 3 -f st_size 3<README.md", "13\n"}, {0}};

#define ROWS(params_, defaults_, examples_)                                                       \
    .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof(struct options), \
    .defaults = &defaults_, .record = &pyos_stat_record, .examples = examples_

static const struct pyos_applet applets[] = {
    {.name = "stat", .summary = "what os.stat says of files", .operands = "PATH...",
     ROWS(stat_params, defaults, stat_examples), .emulation = PYOS_EMULATED, .run = run_stat},
    {.name = "lstat", .summary = "what os.lstat says of files, links themselves", .operands = "PATH...",
     ROWS(lstat_params, lstat_defaults, lstat_examples), .emulation = PYOS_EMULATED, .run = run_paths},
    {.name = "fstat", .summary = "what os.fstat says of open descriptors", .operands = "FD...",
     ROWS(fstat_params, defaults, fstat_examples),
     .reason = "inherited descriptors cannot be confined", .run = run_fstat},
};

const struct pyos_applet_list pyos_applets_stat = {applets, sizeof applets / sizeof *applets};
