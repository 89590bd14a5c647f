/* walk: os.walk of trees, as tuples, paths, entries or sums. The engine is os/walk.h. */
#include "pyos/cli/applet.h"
#include "pyos/cli/each.h"
#include "pyos/cli/house.h"
#include "pyos/cli/progress.h"
#include "pyos/os/dir_entry.h"
#include "pyos/os/walk.h"
#include "pyos/os/walk_count.h"
#include "pyos/os/walk_tuple.h"
#include "pyos/py/path.h"

#include <unistd.h>

enum onerror { REPORT = 1, IGNORE, RAISE };

static const char *const onerror_words[] = {"report", "ignore", "raise", NULL};

struct options {
    bool topdown;
    bool followlinks;
    struct pyos_choice onerror;
    struct pyos_words prune;
    int64_t max_depth;
    bool one_file_system;
    bool paths;
    bool entries;
    bool stat;
    bool sizes;
    bool sort;
    bool summary;
    bool progress;
    const char *files0_from;
};

static const struct options defaults = {.topdown = true, .onerror = {REPORT}, .max_depth = INT64_MAX};

#define PARAM(member) PYOS_PARAM(struct options, member)

static const struct pyos_param params[] = {
    {PARAM(topdown), .alias = "bottom-up", .flags = PYOS_PARAM_NEGATIVE, .doc = "a directory after what is below it"},
    {PARAM(followlinks), .letter = 'L', .doc = "walk into links to directories too"},
    {PARAM(onerror), .metavar = "report|ignore|raise", .choices = onerror_words,
     .doc = "of a directory that cannot be read; raise stops there"},
    {PARAM(prune), .metavar = "GLOB",
     .doc = "leave out directories of such names, as fnmatch matches; may be repeated"},
    {PARAM(max_depth), .metavar = "N", .doc = "how deep below TOP; 0 is TOP alone"},
    {PARAM(one_file_system), .doc = "stay on TOP's device"},
    {PARAM(paths), .doc = "full paths, one a line; -r alone says the same, -0 ends them with NUL"},
    {PARAM(entries), .doc = "a record an entry, as os.DirEntry has it"},
    {PARAM(stat), .doc = "as --entries, and what os.lstat says (with -L: os.stat)"},
    {PARAM(sizes), .doc = "a record a directory: the bytes of the files in it"},
    {PARAM(sort), .doc = "by the bytes of the names"},
    {PARAM(summary), .doc = "last, a record on standard error: how many of each"},
    {PARAM(progress), .doc = "a counter on standard error, if that is a terminal"},
    {PARAM(files0_from), .metavar = "FILE", .doc = "NUL-ended tops from FILE, - is standard input"},
};

/* A path alone: a struct pyos_str by itself. */
static const struct pyos_field path_field = {
    .name = "path", .type = PYOS_TYPE_STR, .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE};
static const struct pyos_record path_record = {NULL, &path_field, 1};

struct call;

/* What a directory is shown as. */
struct shape {
    const struct pyos_record *record;
    bool classifies_links; /* a link to a directory is not a file */
    int (*show)(struct call *call, const struct pyos_walk_directory *directory, struct pyos_buf *text);
};

struct call {
    struct pyos_cli *cli;
    const struct options *options;
    const struct shape *shape;
    struct pyos_record record; /* the shape's, or with --stat one that is made for the call */
    struct pyos_accounts accounts;
    uint8_t groups;
    struct pyos_buf path; /* of the entry at hand */
    struct pyos_walk_count count;
    struct pyos_progress progress;
};

static int fail(void *context, const struct pyos_error *error)
{
    struct call *call = context;

    call->count.errors++;
    if (call->options->onerror.value == IGNORE)
        return 0;
    pyos_progress_hide(&call->progress);
    pyos_cli_fail(call->cli, error);
    return call->options->onerror.value == RAISE ? -1 : 0;
}

static int leave(void *context, const struct pyos_buf *text)
{
    struct call *call = context;

    if (call->cli->printer.out.terminal)
        pyos_progress_hide(&call->progress);
    pyos_buf_add(pyos_printer_buf(&call->cli->printer), text->data, text->size);
    return pyos_printer_commit(&call->cli->printer);
}

enum { PIECE = 64 * 1024 };

/* Top-down, a wide directory is handed over in pieces: a million records are never in memory at once. */
static int hand_over(struct call *call, struct pyos_buf *text)
{
    int result;

    if (!call->options->topdown || text->size < PIECE || text->failed)
        return 0;
    result = leave(call, text);
    text->size = 0;
    return result;
}

/* The path of an entry, which lives until the next call; no data when there is no memory. */
static struct pyos_str path_of(struct call *call, struct pyos_str directory, const struct pyos_entry *entry)
{
    struct pyos_buf *path = &call->path;

    path->size = 0;
    path->failed = false;
    pyos_buf_str(path, directory);
    pyos_path_join(path, (struct pyos_str){entry->name, entry->length});
    return path->failed ? (struct pyos_str){0} : (struct pyos_str){path->data, path->size};
}

static int add_bytes(struct call *call, uint64_t *sum, int64_t size)
{
    struct pyos_error error;

    return pyos_walk_add_bytes(sum, size, &error) != 0 ? fail(call, &error) : 0;
}

static int show_tuple(struct call *call, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    pyos_walk_tuple(&call->cli->printer.form, text, directory);
    return 0;
}

/* The paths of the entries; the top's own stands before them all, or bottom-up behind. */
static int show_paths(struct call *call, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    const struct pyos_form *form = &call->cli->printer.form;
    bool top = directory->depth == 0;
    size_t count = call->options->max_depth > 0 ? directory->count : 0;

    if (top && call->options->topdown)
        pyos_form_record(form, text, &call->record, &directory->path);
    for (size_t i = 0; i < count; i++) {
        struct pyos_str path = path_of(call, directory->path, &directory->entries[i]);

        text->failed |= !path.data; /* the engine reports it */
        pyos_form_record(form, text, &call->record, &path);
        if (hand_over(call, text) != 0)
            return -1;
    }
    if (top && !call->options->topdown)
        pyos_form_record(form, text, &call->record, &directory->path);
    return 0;
}

/* 1, 0 after an error that was reported, or -1 when the walk is to stop. */
static int add_stat(struct call *call, const struct pyos_walk_directory *directory, struct pyos_dir_entry *shown)
{
    struct pyos_error error;
    int result = pyos_os_stat(directory->place, shown->name, call->options->followlinks, &shown->stat, &error);

    if (result != 0)
        error.filename.name = shown->path;
    else
        result = pyos_stat_add(&shown->stat, call->groups, &call->accounts, &error);
    if (result != 0)
        return fail(call, &error);
    return add_bytes(call, &call->count.bytes, shown->stat.size) != 0 ? -1 : 1;
}

static int show_entries(struct call *call, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    struct pyos_dir_entry shown = {0};

    for (size_t i = 0; i < directory->count; i++) {
        const struct pyos_entry *entry = &directory->entries[i];
        struct pyos_str path = path_of(call, directory->path, entry);
        int result = 1;

        text->failed |= !path.data;
        pyos_dir_entry_set(&shown, entry, path);
        if (call->options->stat)
            result = add_stat(call, directory, &shown);
        if (result > 0) {
            pyos_form_record(&call->cli->printer.form, text, &call->record, &shown);
            result = hand_over(call, text);
        }
        if (result != 0)
            return -1;
    }
    return 0;
}

/* The manual's example: sum(getsize(join(root, name)) for name in files), len(files). */
static int show_sizes(struct call *call, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    struct pyos_walk_sizes sizes = {.dirpath = directory->path};

    for (size_t i = 0; i < directory->count; i++) {
        const struct pyos_entry *entry = &directory->entries[i];
        struct pyos_error error;
        int64_t size;
        int result;

        if (entry->directory)
            continue;
        result = pyos_walk_size(directory, entry, &size);
        if (result != 0) {
            pyos_error_path(&error, -result, path_of(call, directory->path, entry));
            if (fail(call, &error) != 0)
                return -1;
            continue;
        }
        if (add_bytes(call, &sizes.bytes, size) != 0 || add_bytes(call, &call->count.bytes, size) != 0)
            return -1;
        sizes.files++;
    }
    pyos_form_record(&call->cli->printer.form, text, &call->record, &sizes);
    return 0;
}

static const struct shape tuples = {&pyos_walk_tuple_record, true, show_tuple};
static const struct shape paths = {&path_record, false, show_paths};
static const struct shape entries = {&pyos_dir_entry_record, false, show_entries};
static const struct shape sums = {&pyos_walk_sizes_record, true, show_sizes};

enum { PROGRESS_STEP = 256 }; /* directories between two lines */

static void show_progress(struct call *call)
{
    struct pyos_buf line = {0};

    pyos_buf_text(&line, "directories: ");
    pyos_buf_u64(&line, call->count.directories);
    pyos_buf_text(&line, ", files: ");
    pyos_buf_u64(&line, call->count.files + call->count.links);
    pyos_progress_show(&call->progress, &line);
}

static int enter(void *context, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    struct call *call = context;

    if (call->options->summary || call->progress.wanted)
        pyos_walk_count(&call->count, directory);
    if (call->progress.wanted && call->count.directories % PROGRESS_STEP == 1) /* the first too */
        show_progress(call);
    return call->shape->show(call, directory, text);
}

static int check(const struct pyos_cli *cli, const struct options *options, struct pyos_error *error)
{
    int shapes = options->paths + (options->entries || options->stat) + options->sizes;

    if (shapes > 1)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes one of paths, entries and sizes", cli->name);
    if (options->max_depth < 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "max_depth must not be negative");
    return 0;
}

/* Raw text of no other shape is the paths. */
static const struct shape *pick(const struct pyos_common *common, const struct options *options)
{
    bool raw = (common->raw || common->null) && common->field.count == 0;

    if (options->entries || options->stat)
        return &entries;
    if (options->sizes)
        return &sums;
    return options->paths || raw ? &paths : &tuples;
}

static int open_call(struct call *call)
{
    const struct options *options = call->options;
    struct pyos_cli *cli = call->cli;
    struct pyos_error error;

    if (check(cli, options, &error) != 0)
        return pyos_cli_fail(cli, &error);
    call->shape = pick(&cli->common, options);
    call->record = *call->shape->record;
    if (options->stat && pyos_dir_entry_with_stat(&call->record, &cli->arena, &error) != 0)
        return pyos_cli_fail(cli, &error);
    if (call->shape == &paths) { /* a path is raw text without being asked */
        cli->common.raw = true;
        cli->printer.form = pyos_common_form(&cli->common, cli->printer.out.terminal);
    }
    if (pyos_cli_choose(cli, &call->record) != 0)
        return -1;
    call->groups = pyos_form_groups(&cli->printer.form);
    pyos_progress_open(&call->progress, options->progress);
    return 0;
}

static struct pyos_walk_options engine_options(const struct call *call)
{
    const struct options *options = call->options;
    bool deeper = call->shape == &paths && options->max_depth > 0; /* than the directory that it is found in */

    return (struct pyos_walk_options){
        .place = pyos_place_here(call->cli->root), .bottom_up = !options->topdown, .followlinks = options->followlinks,
        .one_file_system = options->one_file_system,
        .max_depth = (uint64_t)options->max_depth - deeper, /* it is not negative */
        .listing = {
            .classify_links = call->shape->classifies_links,
            .sort = options->sort,
            .prune = options->prune.items,
            .prune_count = options->prune.count,
        },
    };
}

static void walk_tops(struct call *call, struct pyos_each *each, bool none)
{
    struct pyos_walk_options options = engine_options(call);
    struct pyos_walk_visitor visitor = {call, enter, leave, fail};
    struct pyos_str top = pyos_str(".");
    bool more = none || pyos_each_next(each, &top) > 0;

    while (more && pyos_os_walk(top, &options, &visitor) == 0)
        more = !none && pyos_each_next(each, &top) > 0;
}

/* The last record, on standard error: standard output is the walk's. */
static void show_summary(struct call *call)
{
    const struct options *options = call->options;
    const struct pyos_form *shown = &call->cli->printer.form;
    bool json = shown->kind == PYOS_FORM_JSON;
    struct pyos_form form = {
        .kind = json ? PYOS_FORM_JSON : PYOS_FORM_PYTHON, .end = '\n', .ints_as_strings = shown->ints_as_strings};
    struct pyos_buf line = {0};

    pyos_form_record(&form, &line, options->stat || options->sizes ? &pyos_walk_count_record
                                                                   : &pyos_walk_count_record_without_bytes,
                     &call->count);
    pyos_out_flush(&call->cli->printer.out); /* it stands last on a terminal too */
    if (!line.failed)
        pyos_out_write(STDERR_FILENO, line.data, line.size); /* where this fails there is no one left to tell */
    pyos_buf_free(&line);
}

static void run(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    struct call call = {.cli = cli, .options = options, .accounts = {.root = cli->root}};
    struct pyos_each each;

    if (open_call(&call) != 0 || pyos_each_open(&each, cli, operands, options->files0_from) != 0)
        return;
    walk_tops(&call, &each, operands.count == 0 && !options->files0_from);
    pyos_each_close(&each);
    pyos_progress_hide(&call.progress);
    if (options->summary)
        show_summary(&call);
    pyos_accounts_free(&call.accounts);
    pyos_buf_free(&call.path);
}

static const struct pyos_example examples[] = {
    {"pyos walk --sort tree", "('tree', ['src'], ['a.txt'])\n('tree/src', [], ['b.c', 'c.c'])\n"},
    {"pyos walk --json --sort tree | jq -r '.dirpath + \": \" + (.filenames | join(\" \"))'",
     "tree: a.txt\ntree/src: b.c c.c\n"},
    {"pyos walk -r --sort tree", "tree\ntree/a.txt\ntree/src\ntree/src/b.c\ntree/src/c.c\n"},
    {"pyos walk --paths --bottom-up -0 --sort tree | tr '\\0' ' '",
     "tree/src/b.c tree/src/c.c tree/a.txt tree/src tree "},
    {"pyos walk --sizes --sort tree", "{'dirpath': 'tree', 'bytes': 6, 'files': 1}\n"
                                      "{'dirpath': 'tree/src', 'bytes': 10, 'files': 2}\n"},
    {"pyos walk --stat --sort -f path,type tree",
     "tree/a.txt\tfile\ntree/src\tdirectory\ntree/src/b.c\tfile\ntree/src/c.c\tfile\n"},
    {"pyos walk --prune=src --summary tree 2>&1",
     "('tree', [], ['a.txt'])\n{'directories': 1, 'files': 1, 'links': 0, 'errors': 0}\n"},
    {0},
};

static const struct pyos_applet applets[] = {
    {.name = "walk", .summary = "os.walk: the directories of trees and what they hold", .operands = "[TOP...]",
     .details = "Prints ('dirpath', ['dirnames'], ['filenames']) for every directory; TOP is . if\n"
                "left out. Fields: dirpath, dirnames, filenames; of --paths: path; of --entries:\n"
                "name, path, inode, is_dir, is_file, is_symlink; of --stat: these and those of\n"
                "pyos stat; of --sizes: dirpath, bytes, files.\n",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct options),
     .defaults = &defaults, .examples = examples, .emulation = PYOS_EMULATED, .run = run},
};

const struct pyos_applet_list pyos_applets_walk = {applets, sizeof applets / sizeof *applets};
