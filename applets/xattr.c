/* xattr: extended attributes of files: list, get, set, remove, dump, restore. */
#include "pyos/cli/applet.h"
#include "pyos/cli/each.h"
#include "pyos/cli/house.h"
#include "pyos/cli/line.h"
#include "pyos/cli/value.h"
#include "pyos/os/xattr.h"
#include "pyos/os/xattr_job.h"

#include <stdio.h>

struct options {
    struct pyos_fd fd;
    const char *files0_from;
    bool follow_symlinks, recursive, create, replace, dry_run;
    struct pyos_value value;
    struct pyos_choice encoding; /* numbered as enum pyos_xattr_encoding */
    struct pyos_choice format;
};

enum { JSON = 1, GETFATTR };

static const struct options defaults = {.follow_symlinks = true, .format = {JSON}};

static const char *const encodings[] = {"text", "hex", "base64", NULL};
static const char *const formats[] = {"json", "getfattr", NULL};

#define PARAM(member) PYOS_PARAM(struct options, member)
#define VALUE(member) .name = "value_" #member, .offset = offsetof(struct options, value.member), .type = PYOS_TYPE_TEXT
#define LINKS {PARAM(follow_symlinks), .letter = 'P', .flags = PYOS_PARAM_NEGATIVE, .doc = "of a link itself"}
#define FD {PARAM(fd), .metavar = "N", .doc = "an open file; PATH is left out"}
#define FILES                                                                                         \
    LINKS, FD,                                                                                        \
    {PARAM(files0_from), .metavar = "FILE", .doc = "NUL-ended paths from FILE, - is standard input"}, \
    {PARAM(recursive), .letter = 'R', .doc = "and all below a directory; links are passed over, or with -P included"}
#define FLAGS                                                            \
    {PARAM(create), .doc = "an error where there is such an attribute"}, \
    {PARAM(replace), .doc = "an error where there is none"}
#define ENCODING {PARAM(encoding), .metavar = "text|hex|base64", .choices = encodings, .doc = "how a value is shown"}

static const struct pyos_param file_params[] = {FILES};
static const struct pyos_param get_params[] = {FILES, ENCODING};
static const struct pyos_param set_params[] = {
    FILES,
    FLAGS,
    {VALUE(hex), .metavar = "DIGITS", .doc = "VALUE in hexadecimal"},
    {VALUE(base64), .metavar = "TEXT", .doc = "VALUE in base64"},
    {VALUE(literal), .metavar = "WORD", .doc = "VALUE itself, where - is no standard input"},
};
static const struct pyos_param dump_params[] = {
    FILES,
    ENCODING,
    {PARAM(format), .metavar = "json|getfattr", .choices = formats, .doc = "lines of JSON, or those of getfattr -d"},
};
static const struct pyos_param restore_params[] = {
    LINKS, FD, FLAGS, {PARAM(dry_run), .doc = "only say what would be done: a record an attribute"},
};

/* A call at work. */
struct call {
    struct pyos_cli *cli;
    const struct options *options;
    int (*act)(struct pyos_xattr_job *job, const struct pyos_xattr_file *file);
    struct pyos_xattr_job job;
    struct pyos_buf value; /* to set */
};

static void report(void *context, const struct pyos_error *error)
{
    struct call *call = context;

    pyos_cli_fail(call->cli, error);
}

static int report_directory(void *context, const struct pyos_error *error)
{
    report(context, error);
    return 0;
}

/* Makes the job of a call; -1 and a report where --field names what is not in its record. */
static int open_call(struct call *call, struct pyos_cli *cli, const struct options *options, unsigned parts)
{
    struct pyos_xattr_job *job = &call->job;

    *call = (struct call){.cli = cli, .options = options};
    *job = (struct pyos_xattr_job){
        .flags = (options->create ? PYOS_XATTR_CREATE : 0) | (options->replace ? PYOS_XATTR_REPLACE : 0),
        .follow_symlinks = options->follow_symlinks,
        .encoding = (enum pyos_xattr_encoding)options->encoding.value, /* the same numbers */
        .getfattr = options->format.value == GETFATTR,
        .printer = &cli->printer,
        .context = call,
        .failed = report,
    };
    parts |= options->fd.given ? PYOS_XATTR_FD : PYOS_XATTR_PATH;
    parts |= options->encoding.value != 0 ? PYOS_XATTR_ENCODING : 0;
    parts |= options->follow_symlinks ? 0 : PYOS_XATTR_LINK;
    job->record = pyos_xattr_pick(job->rows, parts);
    if (pyos_cli_choose(cli, &job->record) != 0)
        return -1;
    job->form = cli->printer.form;
    job->with_records = options->recursive || job->form.fields || job->form.kind == PYOS_FORM_JSON;
    return 0;
}

static void close_call(struct call *call)
{
    pyos_xattr_job_free(&call->job);
    pyos_buf_free(&call->value);
}

/* ---- the files */

static int visit(void *context, const struct pyos_xattr_file *file)
{
    struct call *call = context;

    return call->act(&call->job, file);
}

static void visit_fd(struct call *call, int fd)
{
    char name[32];

    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    visit(call, &(struct pyos_xattr_file){
        .name = pyos_str(name),
        .subject = {.path = {.fd = fd, .is_fd = true}, .follow_symlinks = call->options->follow_symlinks},
    });
}

static void visit_all(struct call *call, struct pyos_words paths)
{
    const struct options *options = call->options;
    const struct pyos_xattr_visitor visitor = {call, visit, report_directory};
    struct pyos_each each;
    struct pyos_str path;

    if (options->fd.given) {
        visit_fd(call, options->fd.value);
    } else if (pyos_each_open(&each, call->cli, paths, options->files0_from) == 0) {
        while (pyos_each_next(&each, &path) > 0)
            if (pyos_xattr_visit(call->cli->root, path, options->follow_symlinks, options->recursive, &visitor) != 0)
                break;
        pyos_each_close(&each);
    }
}

/* ---- the commands that act on files */

struct command {
    const char *const *names; /* of its operands: the path, which --fd and --files0-from replace, and the rest */
    bool many;                /* there may be more paths than one; nothing stands behind them */
    unsigned parts;           /* of its record */
    int (*act)(struct pyos_xattr_job *job, const struct pyos_xattr_file *file);
    int (*prepare)(struct call *call, const char *const *rest); /* rest: the operands behind the path */
};

static int check(const struct command *command, struct pyos_cli *cli, const struct options *options,
                 struct pyos_words operands, bool placed)
{
    struct pyos_error error;
    size_t most = 0;

    while (command->names[most])
        most++;
    if (options->fd.given && (options->recursive || options->files0_from)) {
        pyos_error_usage(&error, PYOS_TYPEERROR, "%s() takes fd without recursive and files0_from", cli->name);
        return pyos_cli_fail(cli, &error);
    }
    most = command->many && !placed ? SIZE_MAX : most - placed;
    return pyos_cli_count(cli, operands, command->names + placed, most);
}

static void run_command(const struct command *command, struct pyos_cli *cli, const struct options *options,
                        struct pyos_words operands)
{
    bool placed = options->fd.given || options->files0_from;
    struct pyos_words paths = {operands.items, command->many ? operands.count : !placed};
    struct call call;

    if (check(command, cli, options, operands, placed) != 0)
        return;
    if (open_call(&call, cli, options, command->parts) == 0) {
        call.act = command->act;
        if (command->prepare(&call, operands.items + paths.count) == 0)
            visit_all(&call, paths);
    }
    close_call(&call);
}

static const char *const path_names[] = {"PATH", NULL};
static const char *const name_names[] = {"PATH", "NAME", NULL};
static const char *const value_names[] = {"PATH", "NAME", "VALUE", NULL};

static int prepare_list(struct call *call, const char *const *rest)
{
    (void)call;
    (void)rest;
    return 0;
}

static void run_list(struct pyos_cli *cli, const void *options, struct pyos_words operands)
{
    static const struct command command = {path_names, true, PYOS_XATTR_NAMES, pyos_xattr_job_list, prepare_list};

    run_command(&command, cli, options, operands);
}

/* An encoded value alone is for scripts: it has no quotes. */
static int prepare_name(struct call *call, const char *const *rest)
{
    call->job.name = pyos_str(rest[0]);
    if (call->job.encoding != PYOS_XATTR_AUTO && !call->job.with_records) {
        call->cli->common.raw = true;
        pyos_line_form(call->cli);
        call->job.form = call->cli->printer.form;
    }
    return 0;
}

static void run_get(struct pyos_cli *cli, const void *options, struct pyos_words operands)
{
    static const struct command command = {name_names, false, PYOS_XATTR_NAME | PYOS_XATTR_VALUE, pyos_xattr_job_get,
                                           prepare_name};

    run_command(&command, cli, options, operands);
}

static void run_remove(struct pyos_cli *cli, const void *options, struct pyos_words operands)
{
    static const struct command command = {name_names, false, PYOS_XATTR_NAME, pyos_xattr_job_remove, prepare_name};

    run_command(&command, cli, options, operands);
}

static int prepare_value(struct call *call, const char *const *rest)
{
    const struct options *options = call->options;
    bool input = pyos_value_count(&options->value) == 0 && strcmp(rest[1], "-") == 0;
    struct pyos_error error;
    int result;

    call->job.name = pyos_str(rest[0]);
    if (input && options->files0_from && strcmp(options->files0_from, "-") == 0)
        result = pyos_error_usage(&error, PYOS_TYPEERROR,
                                  "%s() takes files0_from or VALUE from standard input, not both", call->cli->name);
    else
        result = pyos_value_read(&options->value, rest[1], PYOS_XATTR_SIZE_MAX + 1, &call->value, &error);
    call->job.value.bytes = (struct pyos_str){call->value.data ? call->value.data : "", call->value.size};
    return result != 0 ? pyos_cli_fail(call->cli, &error) : 0;
}

static void run_set(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    int spelled = pyos_value_count(&options->value);
    const struct command command = {spelled > 0 ? name_names : value_names, false, PYOS_XATTR_NAME, pyos_xattr_job_set,
                                    prepare_value};
    struct pyos_error error;

    if (spelled > 1) {
        pyos_error_usage(&error, PYOS_TYPEERROR, "%s() takes one of value_hex, value_base64 and value_literal",
                         cli->name);
        pyos_cli_fail(cli, &error);
        return;
    }
    run_command(&command, cli, options, operands);
}

/* A dump is JSON where no other form is asked for. */
static int prepare_dump(struct call *call, const char *const *rest)
{
    struct pyos_error error;

    (void)rest;
    call->job.with_records = true;
    if (call->job.form.kind == PYOS_FORM_PYTHON) {
        call->job.form.kind = PYOS_FORM_JSON;
    } else if (call->job.getfattr) {
        pyos_error_usage(&error, PYOS_TYPEERROR, "%s() takes format=getfattr without json, raw and field",
                         call->cli->name);
        return pyos_cli_fail(call->cli, &error);
    }
    return 0;
}

static void run_dump(struct pyos_cli *cli, const void *options, struct pyos_words operands)
{
    static const struct command command = {path_names, true, PYOS_XATTR_NAME | PYOS_XATTR_VALUE, pyos_xattr_job_dump,
                                           prepare_dump};

    run_command(&command, cli, options, operands);
}

static void run_restore(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    static const char *const names[] = {"FILE", NULL};
    const struct options *options = arguments;
    struct call call;

    if (pyos_cli_count(cli, operands, names, 1) != 0)
        return;
    if (open_call(&call, cli, options, PYOS_XATTR_ACTION | PYOS_XATTR_NAME | PYOS_XATTR_VALUE) == 0) {
        call.job.with_records = true;
        pyos_xattr_job_restore(&call.job, cli->root, operands.items[0], options->fd, options->dry_run);
    }
    close_call(&call);
}

/* ---- the rows */

static const struct pyos_example list_examples[] = {
    {"pyos xattr set README.md user.origin mail && pyos xattr list README.md", "['user.origin']\n"},
    {0},
};
static const struct pyos_example get_examples[] = {
    {"pyos xattr set README.md user.origin mail && pyos xattr get README.md user.origin", "b'mail'\n"},
    {"pyos xattr set link user.key --value-hex=00ff && pyos xattr get --encoding=base64 link user.key", "AP8=\n"},
    {0},
};
static const struct pyos_example set_examples[] = {
    {"printf 'a\\nb' | pyos xattr set README.md user.note - && pyos xattr get -r README.md user.note", "a\nb"},
    {"pyos xattr set -R tree user.seen yes && pyos xattr get -R -f path tree user.seen",
     "tree\ntree/a.txt\ntree/src\ntree/src/b.c\ntree/src/c.c\n"},
    {0},
};
static const struct pyos_example remove_examples[] = {
    {"pyos xattr set large user.a 1 && pyos xattr remove large user.a && pyos xattr list large", "[]\n"},
    {0},
};
static const struct pyos_example dump_examples[] = {
    {"pyos xattr set large user.a 1 && pyos xattr dump large",
     "{\"path\":\"large\",\"name\":\"user.a\",\"value\":{\"base64\":\"MQ==\"}}\n"},
    {"pyos xattr set large user.a 1 && pyos xattr dump --format=getfattr large | head -2",
     "# file: large\nuser.a=\"1\"\n"},
    {0},
};
static const struct pyos_example restore_examples[] = {
    {"pyos xattr set large user.a 1 && pyos xattr dump large | pyos xattr restore --fd=3 - 3<link && "
     "pyos xattr get link user.a", "b'1'\n"},
    {"pyos xattr set large user.a 1 && pyos xattr dump large | pyos xattr restore --dry-run -f action,name -",
     "keep\tuser.a\n"},
    {0},
};

#define ROWS(name_)                                                                                             \
    .params = name_##_params, .count = sizeof name_##_params / sizeof *name_##_params,                           \
    .size = sizeof(struct options), .defaults = &defaults, .emulation = PYOS_EMULATED

static const struct pyos_applet commands[] = {
    {.name = "xattr list", .summary = "the names, as os.listxattr has them", .operands = "PATH...", ROWS(file),
     .examples = list_examples, .run = run_list},
    {.name = "xattr get", .summary = "a value, as os.getxattr has it", .operands = "PATH NAME", ROWS(get),
     .examples = get_examples, .run = run_get},
    {.name = "xattr set", .summary = "give an attribute a value; VALUE - is standard input",
     .operands = "PATH NAME VALUE", ROWS(set), .examples = set_examples, .run = run_set},
    {.name = "xattr remove", .summary = "remove an attribute", .operands = "PATH NAME", ROWS(file),
     .examples = remove_examples, .run = run_remove},
    {.name = "xattr dump", .summary = "all attributes of files, a line of JSON each", .operands = "PATH...",
     ROWS(dump), .record = &pyos_xattr_record, .examples = dump_examples, .run = run_dump},
    {.name = "xattr restore", .summary = "set what a dump holds; FILE - is standard input",
     .operands = "FILE", ROWS(restore), .details = "Reads what xattr dump and getfattr -d write.\n",
     .record = &pyos_xattr_record, .examples = restore_examples, .run = run_restore},
};

static const struct pyos_example examples[] = {
    {"pyos xattr set README.md user.origin mail && pyos xattr get README.md user.origin", "b'mail'\n"},
    {0},
};

static const struct pyos_applet applets[] = {
    {.name = "xattr", .summary = "extended attributes of files", .commands = commands,
     .command_count = sizeof commands / sizeof *commands, .examples = examples},
};

const struct pyos_applet_list pyos_applets_xattr = {applets, sizeof applets / sizeof *applets};
