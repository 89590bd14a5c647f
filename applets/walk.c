/* walk: os.walk of trees, as tuples, paths, entries or sums. The engine is os/walk.h. */
#include "pyos/cli/applet.h"
#include "pyos/cli/each.h"
#include "pyos/cli/house.h"
#include "pyos/os/stat.h"
#include "pyos/os/walk.h"
#include "pyos/py/json.h"
#include "pyos/py/repr.h"

#include <dirent.h>
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
    {PARAM(prune), .metavar = "GLOB", .doc = "leave out directories of such names; may be repeated"},
    {PARAM(max_depth), .metavar = "N", .doc = "how deep below TOP; 0 is TOP alone"},
    {PARAM(one_file_system), .doc = "stay on TOP's device"},
    {PARAM(paths), .letter = 'r', .alias = "raw", .doc = "full paths, one a line; -0 ends them with NUL"},
    {PARAM(entries), .doc = "a record an entry, as os.DirEntry has it"},
    {PARAM(stat), .doc = "as --entries, and what os.lstat says (with -L: os.stat)"},
    {PARAM(sizes), .doc = "a record a directory: the bytes of the files in it"},
    {PARAM(sort), .doc = "by the bytes of the names"},
    {PARAM(summary), .doc = "last, a record on standard error: how many of each"},
    {PARAM(progress), .doc = "a counter on standard error, if that is a terminal"},
    {PARAM(files0_from), .metavar = "FILE", .doc = "NUL-ended tops from FILE, - is standard input"},
};

/* ---- what is printed: the rows */

/* A tuple has its own printer, since its lists are never built; the rows give its names. */
enum column { DIRPATH, DIRNAMES, FILENAMES };

static const struct pyos_field tuple_fields[] = {
    {.name = "dirpath", .offset = DIRPATH, .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE},
    {.name = "dirnames", .offset = DIRNAMES, .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE},
    {.name = "filenames", .offset = FILENAMES, .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE},
};
static const struct pyos_record tuple_record = {"tuple", tuple_fields, sizeof tuple_fields / sizeof *tuple_fields};

struct path {
    struct pyos_str path;
};

#define ROW(T, member) PYOS_FIELD(struct T, member), .flags = PYOS_FIELD_ITEM | PYOS_FIELD_ATTRIBUTE

static const struct pyos_field path_fields[] = {{ROW(path, path)}};
static const struct pyos_record path_record = {NULL, path_fields, sizeof path_fields / sizeof *path_fields};

struct sizes {
    struct pyos_str dirpath;
    uint64_t bytes;
    uint64_t files;
};

static const struct pyos_field sizes_fields[] = {{ROW(sizes, dirpath)}, {ROW(sizes, bytes)}, {ROW(sizes, files)}};
static const struct pyos_record sizes_record = {NULL, sizes_fields, sizeof sizes_fields / sizeof *sizes_fields};

struct dir_entry {
    struct pyos_str name;
    struct pyos_str path;
    uint64_t inode;
    bool is_dir, is_file, is_symlink;
    struct pyos_stat stat;
};

static const struct pyos_field entry_fields[] = {
    {ROW(dir_entry, name)},   {ROW(dir_entry, path)},    {ROW(dir_entry, inode)},
    {ROW(dir_entry, is_dir)}, {ROW(dir_entry, is_file)}, {ROW(dir_entry, is_symlink)},
};

enum { ENTRY_FIELDS = sizeof entry_fields / sizeof *entry_fields };

static const struct pyos_record entry_record = {"os.DirEntry", entry_fields, ENTRY_FIELDS};

struct counts {
    uint64_t directories, files, links, errors, bytes;
};

enum { COUNT_BYTES = 1 };

static const struct pyos_field counts_fields[] = {
    {ROW(counts, directories)},
    {ROW(counts, files)},
    {ROW(counts, links)},
    {ROW(counts, errors)},
    {PYOS_FIELD(struct counts, bytes), .flags = PYOS_FIELD_ATTRIBUTE, .group = COUNT_BYTES},
};
static const struct pyos_record counts_record = {NULL, counts_fields, sizeof counts_fields / sizeof *counts_fields};

/* ---- a walk at work */

struct call {
    struct pyos_cli *cli;
    const struct options *options;
    const struct pyos_form *form;
    const struct pyos_record *record;
    int (*show)(struct call *call, const struct pyos_walk_directory *directory, struct pyos_buf *text);
    struct pyos_accounts accounts;
    uint8_t groups;
    struct pyos_buf path; /* of the entry at hand */
    struct counts counts;
    bool progress;
};

static int fail(void *context, const struct pyos_error *error)
{
    struct call *call = context;

    call->counts.errors++;
    if (call->options->onerror.value == IGNORE)
        return 0;
    pyos_cli_fail(call->cli, error);
    return call->options->onerror.value == RAISE ? -1 : 0;
}

/* os.path.join(directory, name), which lives until the next call. */
static struct pyos_str join(struct call *call, struct pyos_str directory, const struct pyos_entry *entry)
{
    struct pyos_buf *path = &call->path;

    path->size = 0;
    pyos_buf_str(path, directory);
    if (directory.size > 0 && directory.data[directory.size - 1] != '/')
        pyos_buf_char(path, '/');
    pyos_buf_add(path, entry->name, entry->length);
    return (struct pyos_str){path->data, path->size};
}

static struct pyos_str name_of(const struct pyos_entry *entry)
{
    return (struct pyos_str){entry->name, entry->length};
}

/* ['a', 'b'] of the directories or of the rest; false when JSON has lost bytes. */
static bool put_names(const struct call *call, struct pyos_buf *text, const struct pyos_walk_directory *directory,
                      bool directories)
{
    bool json = call->form->kind == PYOS_FORM_JSON;
    bool exact = true;
    bool first = true;

    pyos_buf_char(text, '[');
    for (size_t i = 0; i < directory->count; i++) {
        const struct pyos_entry *entry = &directory->entries[i];

        if (entry->directory != directories)
            continue;
        if (!first)
            pyos_buf_add(text, ", ", json ? 1 : 2);
        first = false;
        if (!json)
            pyos_repr_str(text, name_of(entry));
        else if (!pyos_json_str(text, name_of(entry), call->form->surrogateescape))
            exact = false;
    }
    pyos_buf_char(text, ']');
    return exact;
}

/* Beside a list that lost bytes: base64 for those names, null for the others. */
static void put_names_b64(struct pyos_buf *text, const struct pyos_walk_directory *directory, bool directories)
{
    bool first = true;

    pyos_buf_char(text, '[');
    for (size_t i = 0; i < directory->count; i++) {
        const struct pyos_entry *entry = &directory->entries[i];
        size_t begin = text->size;

        if (entry->directory != directories)
            continue;
        if (!first)
            pyos_buf_char(text, ',');
        first = false;
        begin = text->size;
        if (pyos_json_str(text, name_of(entry), false)) {
            text->size = begin;
            pyos_buf_text(text, "null");
        } else {
            text->size = begin;
            pyos_json_base64(text, name_of(entry));
        }
    }
    pyos_buf_char(text, ']');
}

static void put_column(const struct call *call, struct pyos_buf *text, const struct pyos_walk_directory *directory,
                       const struct pyos_field *field)
{
    bool json = call->form->kind == PYOS_FORM_JSON;
    bool exact = true;

    if (json) {
        pyos_buf_char(text, '"');
        pyos_buf_text(text, field->name);
        pyos_buf_text(text, "\":");
    }
    if (field->offset != DIRPATH)
        exact = put_names(call, text, directory, field->offset == DIRNAMES);
    else if (json)
        exact = pyos_json_str(text, directory->path, call->form->surrogateescape);
    else
        pyos_form_str(call->form, text, directory->path);
    if (exact)
        return;
    pyos_buf_text(text, ",\"");
    pyos_buf_text(text, field->name);
    pyos_buf_text(text, "_b64\":");
    if (field->offset == DIRPATH)
        pyos_json_base64(text, directory->path);
    else
        put_names_b64(text, directory, field->offset == DIRNAMES);
}

static int show_tuple(struct call *call, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    const struct pyos_form *form = call->form;
    bool json = form->kind == PYOS_FORM_JSON;
    bool python = form->kind == PYOS_FORM_PYTHON;
    size_t count = form->fields ? form->count : call->record->count;

    pyos_form_begin(form, text);
    if (json || python)
        pyos_buf_char(text, json ? '{' : '(');
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            pyos_buf_text(text, json ? "," : python ? ", " : "\t");
        put_column(call, text, directory, form->fields ? form->fields[i] : &tuple_fields[i]);
    }
    if (json || python)
        pyos_buf_char(text, json ? '}' : ')');
    pyos_form_end(form, text);
    return 0;
}

static void put_path(struct call *call, struct pyos_buf *text, struct pyos_str path)
{
    if (call->form->kind == PYOS_FORM_JSON || call->form->fields) {
        pyos_form_record(call->form, text, &path_record, &(struct path){path});
    } else {
        pyos_form_str(call->form, text, path);
        pyos_form_end(call->form, text);
    }
}

/* The paths of the entries; the top's own stands before them all, or bottom-up behind. */
static int show_paths(struct call *call, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    bool top = directory->depth == 0;

    if (top && call->options->topdown)
        put_path(call, text, directory->path);
    for (size_t i = 0; call->options->max_depth > 0 && i < directory->count; i++)
        put_path(call, text, join(call, directory->path, &directory->entries[i]));
    if (top && !call->options->topdown)
        put_path(call, text, directory->path);
    return 0;
}

static int show_entries(struct call *call, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    struct dir_entry shown = {0};
    struct pyos_error error;

    for (size_t i = 0; i < directory->count; i++) {
        const struct pyos_entry *entry = &directory->entries[i];
        int result = 0;

        shown.name = name_of(entry);
        shown.path = join(call, directory->path, entry);
        shown.inode = entry->inode;
        shown.is_dir = entry->type == DT_DIR;
        shown.is_file = entry->type == DT_REG;
        shown.is_symlink = entry->type == DT_LNK;
        if (call->options->stat) {
            result = pyos_os_stat(shown.name, directory->fd, call->options->followlinks, &shown.stat, &error);
            error.filename.name = shown.path;
            if (result == 0)
                result = pyos_stat_add(&shown.stat, call->groups, &call->accounts, &error);
        }
        if (result != 0 && fail(call, &error) != 0)
            return -1;
        if (result != 0)
            continue;
        call->counts.bytes += call->options->stat ? (uint64_t)shown.stat.size : 0; /* never negative */
        pyos_form_record(call->form, text, call->record, &shown);
    }
    return 0;
}

/* The manual's example: sum(getsize(join(root, name)) for name in files), len(files). */
static int show_sizes(struct call *call, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    struct sizes sizes = {.dirpath = directory->path};
    struct pyos_stat stat;
    struct pyos_error error;

    for (size_t i = 0; i < directory->count; i++) {
        const struct pyos_entry *entry = &directory->entries[i];
        struct pyos_str name = name_of(entry);

        if (entry->directory)
            continue;
        if (pyos_os_stat(name, directory->fd, true, &stat, &error) != 0 &&
            pyos_os_stat(name, directory->fd, false, &stat, &error) != 0) { /* a link to nowhere has a size too */
            error.filename.name = join(call, directory->path, entry);
            if (fail(call, &error) != 0)
                return -1;
            continue;
        }
        sizes.bytes += (uint64_t)stat.size; /* never negative */
        sizes.files++;
    }
    call->counts.bytes += sizes.bytes;
    pyos_form_record(call->form, text, call->record, &sizes);
    return 0;
}

static void count(struct call *call, const struct pyos_walk_directory *directory)
{
    struct counts *counts = &call->counts;

    counts->directories++;
    for (size_t i = 0; i < directory->count; i++) {
        counts->links += directory->entries[i].type == DT_LNK;
        counts->files += directory->entries[i].type != DT_LNK && directory->entries[i].type != DT_DIR;
    }
}

static void tell(struct pyos_buf *line)
{
    if (!line->failed)
        pyos_out_write(STDERR_FILENO, line->data, line->size); /* where this fails there is no one left to tell */
    pyos_buf_free(line);
}

/* A line that replaces itself; as one write, so that it is never half there. */
static void show_progress(const struct call *call)
{
    struct pyos_buf line = {0};

    pyos_buf_text(&line, "\r");
    pyos_buf_u64(&line, call->counts.directories);
    pyos_buf_text(&line, " directories, ");
    pyos_buf_u64(&line, call->counts.files + call->counts.links);
    pyos_buf_text(&line, " files");
    tell(&line);
}

static void clear_progress(void)
{
    struct pyos_buf line = {0};

    pyos_buf_text(&line, "\r\033[K");
    tell(&line);
}

static int enter(void *context, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    struct call *call = context;

    if (call->options->summary || call->progress)
        count(call, directory);
    if (call->progress && call->counts.directories % 256 == 0)
        show_progress(call);
    return call->show(call, directory, text);
}

static int leave(void *context, const struct pyos_buf *text)
{
    struct call *call = context;

    pyos_buf_add(pyos_printer_buf(&call->cli->printer), text->data, text->size);
    return pyos_printer_commit(&call->cli->printer);
}

/* ---- from the options to the walk */

/* os.DirEntry's rows with those of the stat record behind them, moved to where it lies. */
static int add_stat_fields(struct pyos_cli *cli, struct pyos_record *record, struct pyos_error *error)
{
    size_t added = pyos_stat_record.count - PYOS_STAT_SUBJECTS;
    struct pyos_field *fields = pyos_arena_get(&cli->arena, (ENTRY_FIELDS + added) * sizeof *fields);

    if (!fields)
        return pyos_error_memory(error);
    memcpy(fields, entry_fields, sizeof entry_fields);
    memcpy(fields + ENTRY_FIELDS, pyos_stat_record.fields + PYOS_STAT_SUBJECTS, added * sizeof *fields);
    for (size_t i = ENTRY_FIELDS; i < ENTRY_FIELDS + added; i++)
        fields[i].offset = (uint16_t)(fields[i].offset + offsetof(struct dir_entry, stat)); /* a small struct */
    *record = (struct pyos_record){entry_record.name, fields, ENTRY_FIELDS + added};
    return 0;
}

static int check(const struct pyos_cli *cli, const struct options *options, struct pyos_error *error)
{
    int forms = options->paths + (options->entries || options->stat) + options->sizes;

    if (forms > 1)
        return pyos_error_usage(error, PYOS_TYPEERROR, "%s() takes one of paths, entries and sizes", cli->name);
    if (options->max_depth < 0)
        return pyos_error_say(error, PYOS_VALUEERROR, "max_depth must not be negative");
    return 0;
}

/* Chooses what a directory is shown as. with_stat is where the record of --stat is made. */
static int choose(struct call *call, struct pyos_record *with_stat)
{
    const struct options *options = call->options;
    struct pyos_cli *cli = call->cli;
    struct pyos_error error;

    if (check(cli, options, &error) != 0)
        return pyos_cli_fail(cli, &error);
    if (options->stat && add_stat_fields(cli, with_stat, &error) != 0)
        return pyos_cli_fail(cli, &error);
    if (options->paths || (cli->common.null && !options->entries && !options->stat && !options->sizes)) {
        call->record = &path_record;
        call->show = show_paths;
        if (cli->printer.form.kind == PYOS_FORM_PYTHON)
            cli->printer.form.kind = PYOS_FORM_RAW;
    } else if (options->entries || options->stat) {
        call->record = options->stat ? with_stat : &entry_record;
        call->show = show_entries;
    } else {
        call->record = options->sizes ? &sizes_record : &tuple_record;
        call->show = options->sizes ? show_sizes : show_tuple;
    }
    if (pyos_cli_choose(cli, call->record) != 0)
        return -1;
    call->groups = pyos_form_groups(&cli->printer.form);
    return 0;
}

static struct pyos_walk_options engine_options(const struct call *call)
{
    const struct options *options = call->options;
    bool paths = call->show == show_paths;

    return (struct pyos_walk_options){
        .bottom_up = !options->topdown,
        .followlinks = options->followlinks,
        .one_file_system = options->one_file_system,
        .max_depth = (uint64_t)options->max_depth - (paths && options->max_depth > 0), /* a path is one deeper */
        .listing = {
            .classify_links = call->show == show_tuple || call->show == show_sizes,
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

    if (none) {
        pyos_os_walk(top, &options, &visitor);
        return;
    }
    while (pyos_each_next(each, &top) > 0)
        if (pyos_os_walk(top, &options, &visitor) != 0)
            break;
}

/* The last record, on standard error: standard output is the walk's. */
static void show_summary(struct call *call)
{
    struct pyos_form form = {.kind = call->form->kind, .end = '\n'};
    struct pyos_buf line = {0};

    if (call->options->stat || call->options->sizes)
        form.groups = COUNT_BYTES;
    if (form.kind == PYOS_FORM_RAW)
        form.kind = PYOS_FORM_PYTHON;
    pyos_form_record(&form, &line, &counts_record, &call->counts);
    tell(&line);
}

static void run(struct pyos_cli *cli, const void *arguments, struct pyos_words operands)
{
    const struct options *options = arguments;
    struct call call = {.cli = cli, .options = options, .form = &cli->printer.form};
    struct pyos_record with_stat;
    struct pyos_each each;

    if (choose(&call, &with_stat) != 0 || pyos_each_open(&each, cli, operands, options->files0_from) != 0)
        return;
    call.progress = options->progress && pyos_out_is_terminal(STDERR_FILENO);
    walk_tops(&call, &each, operands.count == 0 && !options->files0_from);
    pyos_each_close(&each);
    if (call.progress)
        clear_progress();
    if (options->summary) {
        pyos_out_flush(&cli->printer.out); /* the record stands last on a terminal too */
        show_summary(&call);
    }
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
     .details = "Prints ('dirpath', ['dirnames'], ['filenames']) for every directory; TOP is . if left out.\n",
     .params = params, .count = sizeof params / sizeof *params, .size = sizeof(struct options),
     .defaults = &defaults, .examples = examples, .run = run},
};

const struct pyos_applet_list pyos_applets_walk = {applets, sizeof applets / sizeof *applets};
