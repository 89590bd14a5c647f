#include "pyos/os/walk_list.h"

#include "pyos/os/walk.h"
#include "pyos/py/handles.h"
#include "pyos/sys/statx.h"

#include <errno.h>
#include <sys/stat.h>

/* What is yielded for a directory: walk leaves out the last. */
struct tuple {
    struct pyos_str dirpath;
    struct pyos_strs dirnames;
    struct pyos_strs filenames;
    int dirfd;
};

#define ITEM(member) {PYOS_FIELD(struct tuple, member), .flags = PYOS_FIELD_ITEM}

static const struct pyos_field fields[] = {ITEM(dirpath), ITEM(dirnames), ITEM(filenames), ITEM(dirfd)};
static const struct pyos_record walk_record = {"", fields, 3};
static const struct pyos_record fwalk_record = {"", fields, 4};

/* A call at work. */
struct job {
    struct pyos_call *call;
    const struct pyos_record *record;
    struct pyos_buf tuples;
    bool began;     /* the top was read */
    bool top_fails; /* an error of the top is raised; all others are passed over */
    int errnum;     /* what is raised in the end */
};

/* The names that are of directories, or those that are not. False: no memory. */
static bool collect(struct pyos_arena *arena, const struct pyos_walk_directory *directory, bool directories,
                    struct pyos_strs *names)
{
    names->count = 0;
    names->items = pyos_arena_get(arena, directory->count * sizeof *names->items);
    for (size_t i = 0; names->items && i < directory->count; i++) {
        const struct pyos_entry *entry = &directory->entries[i];
        struct pyos_str *name = &names->items[names->count];

        if (entry->directory != directories)
            continue;
        *name = (struct pyos_str){pyos_arena_copy(arena, entry->name, entry->length), entry->length};
        if (!name->data)
            return false;
        names->count++;
    }
    return names->items;
}

/* The number of its descriptor; of handles the one that it would have, as each directory above it would. */
static int number_of(const struct pyos_walk_directory *directory, const struct pyos_handles *handles)
{
    int handle = PYOS_HANDLES_FIRST;

    if (!handles)
        return directory->place.fd;
    for (uint64_t above = directory->depth; above > 0 || pyos_handles_find(handles, handle) >= 0; handle++)
        above -= pyos_handles_find(handles, handle) < 0;
    return handle;
}

static bool fill(const struct pyos_call *call, const struct pyos_walk_directory *directory, struct tuple *tuple)
{
    struct pyos_arena *arena = call->arena;

    tuple->dirpath.size = directory->path.size;
    tuple->dirpath.data = pyos_arena_copy(arena, directory->path.data, directory->path.size);
    tuple->dirfd = number_of(directory, call->handles);
    return tuple->dirpath.data && collect(arena, directory, true, &tuple->dirnames) &&
           collect(arena, directory, false, &tuple->filenames);
}

/* Makes the tuple. Where it is stands in text, until it is this directory's turn. */
static int enter(void *context, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    struct job *job = context;
    struct tuple *tuple = pyos_arena_get(job->call->arena, sizeof *tuple);

    job->began = true;
    if (!tuple || !fill(job->call, directory, tuple)) {
        job->errnum = ENOMEM;
        return -1;
    }
    pyos_buf_add(text, (const char *)&tuple, sizeof tuple);
    return 0;
}

static int leave(void *context, const struct pyos_buf *text)
{
    struct job *job = context;
    const struct tuple *tuple;

    if (text->size != sizeof tuple) /* there was no memory for it */
        return 0;
    memcpy(&tuple, text->data, sizeof tuple);
    pyos_buf_add(&job->tuples, (const char *)tuple, sizeof *tuple);
    return 0;
}

/* As with onerror=None, but that no directory is lost for want of memory. */
static int failed(void *context, const struct pyos_error *error)
{
    struct job *job = context;

    if (error->errnum != ENOMEM && (job->began || !job->top_fails))
        return 0;
    job->errnum = error->errnum;
    return -1;
}

/* The result of the call: all tuples of the tree. */
static int list(struct job *job, const struct pyos_pathname *top, const struct pyos_walk_options *options)
{
    const struct pyos_walk_visitor visitor = {.context = job, .enter = enter, .leave = leave, .failed = failed};
    struct pyos_call *call = job->call;
    struct pyos_str tuples;

    call->bytes = top->bytes;
    pyos_os_walk(top->text, options, &visitor);
    if (pyos_call_take(call, &job->tuples, &tuples) != 0)
        return -1;
    if (job->errnum != 0)
        return pyos_call_of_name(call, -job->errnum, top);
    call->result.records = (struct pyos_records){
        .record = job->record,
        .data = tuples.data,
        .count = tuples.size / sizeof(struct tuple),
        .size = sizeof(struct tuple),
        .known = true,
    };
    return 0;
}

/* ---- the rows */

struct arguments {
    struct pyos_pathname top;
    bool topdown;
    struct pyos_callable onerror;
    bool follow; /* followlinks or follow_symlinks */
    struct pyos_dir_fd dir_fd;
};

static const struct arguments walk_defaults = {.topdown = true, .dir_fd = {PYOS_DIR_FD_NONE}};
static const struct arguments fwalk_defaults = {
    .top = {.text = {".", 1}}, .topdown = true, .dir_fd = {PYOS_DIR_FD_NONE}};

#define PARAM(member) PYOS_PARAM(struct arguments, member)
#define POSITIONAL .flags = PYOS_PARAM_POSITIONAL
#define TOPDOWN                                                                                            \
    {PARAM(topdown), .alias = "bottom-up", .flags = PYOS_PARAM_POSITIONAL | PYOS_PARAM_NEGATIVE, .left_out = "True", \
     .doc = "a directory after what is below it"}
#define ONERROR {PARAM(onerror), POSITIONAL, .left_out = "None", .wording = &callable}
#define FOLLOW(name_) \
    PYOS_PARAM_AS(struct arguments, follow, name_, PYOS_TYPE_BOOL), .left_out = "False", .doc = "into linked ones too"

#define NUL "embedded null character in path"

static const struct pyos_wording callable = {.type = "'%s' object is not callable"};
static const struct pyos_wording walked = {.type = PYOS_WORDING_FSPATH, .nul = "scandir: " NUL};
static const struct pyos_wording fwalked = {.type = PYOS_WORDING_FSPATH, .nul = "stat: " NUL};

static const struct pyos_param walk_params[] = {
    {PARAM(top), POSITIONAL, .wording = &walked},
    TOPDOWN,
    ONERROR,
    {FOLLOW("followlinks"), POSITIONAL},
};
static const struct pyos_param fwalk_params[] = {
    {PARAM(top), POSITIONAL, .left_out = "'.'", .wording = &fwalked},
    TOPDOWN,
    ONERROR,
    {FOLLOW("follow_symlinks")},
    {PARAM(dir_fd), .metavar = "N", .left_out = "None", .doc = "the top is relative to this open directory"},
};

static struct pyos_walk_options options_of(const struct pyos_call *call)
{
    const struct arguments *given = call->arguments;

    return (struct pyos_walk_options){
        .bottom_up = !given->topdown,
        .followlinks = given->follow,
        .place = pyos_call_place(call, given->dir_fd),
        .max_depth = UINT64_MAX,
        .listing = {.classify_links = true},
    };
}

static int run_walk(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct pyos_walk_options options = options_of(call);

    return list(&(struct job){.call = call, .record = &walk_record}, &given->top, &options);
}

/* A top that cannot be looked at is an error; one that is no directory, or a link to one, has nothing in it. */
static int run_fwalk(struct pyos_call *call)
{
    const struct arguments *given = call->arguments;
    struct pyos_walk_options options = options_of(call);
    struct pyos_statx stat;
    int result = pyos_sys_stat(pyos_call_place(call, given->dir_fd), given->top.text.data, given->follow, &stat);

    options.nofollow_top = !given->follow;
    if (result < 0)
        return pyos_call_of_name(call, result, &given->top);
    if (!given->follow && !S_ISDIR(stat.mode)) {
        call->result.records = (struct pyos_records){.record = &fwalk_record, .known = true};
        return 0;
    }
    return list(&(struct job){.call = call, .record = &fwalk_record, .top_fails = true}, &given->top, &options);
}

#define ROWS(params_, defaults_, record_)                                                                    \
    .params = params_, .count = sizeof params_ / sizeof *params_, .size = sizeof(struct arguments), \
    .defaults = &defaults_, .result = PYOS_TYPE_RECORDS, .record = &record_, .flags = PYOS_FUNCTION_IN_PYTHON

static const struct pyos_function functions[] = {
    {.name = "fwalk", .doc = "What each directory of a tree holds, and the number that its descriptor had.",
     ROWS(fwalk_params, fwalk_defaults, fwalk_record), .emulation = PYOS_EMULATED, .run = run_fwalk},
    {.name = "walk", .doc = "What each directory of a tree holds.", ROWS(walk_params, walk_defaults, walk_record),
     .emulation = PYOS_EMULATED, .run = run_walk},
};

const struct pyos_section pyos_os_walk_section = {
    "Files and Directories", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
