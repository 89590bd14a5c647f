#include "pyos/os/scandir.h"

#include "pyos/os/conflict.h"
#include "pyos/os/dir_entry.h"
#include "pyos/os/listing.h"
#include "pyos/py/path.h"
#include "pyos/sys/dir.h"
#include "pyos/sys/file.h"

#include <errno.h>
#include <fcntl.h>

struct arguments {
    struct pyos_path path;
};

/* The directory that is meant where none is named. */
static const char *name_of(const struct pyos_path *path)
{
    return path->name.data ? path->name.data : ".";
}

/*
 * Reads an open directory from where it stands, as Python does, and leaves it at its begin. One that is not open is
 * the one error whose file Python does not say.
 */
static int read_open(struct pyos_call *call, const struct pyos_path *path, struct pyos_listing *listing)
{
    static const struct pyos_listing_options as_it_is = {0};
    int result = pyos_listing_read(listing, path->fd, &as_it_is);

    if (result == -EBADF)
        return pyos_call_none(call, result);
    if (result == 0)
        result = pyos_sys_rewinddir(path->fd);
    return pyos_call_of_path(call, result, path);
}

static int read_named(struct pyos_call *call, const struct pyos_path *path, struct pyos_listing *listing)
{
    static const struct pyos_listing_options as_it_is = {0};
    int fd = pyos_sys_open(pyos_call_here(call), name_of(path), O_RDONLY | O_DIRECTORY);
    int result;

    if (fd < 0)
        return pyos_call_of_path(call, fd, path);
    result = pyos_listing_read(listing, fd, &as_it_is);
    pyos_sys_close(fd);
    return pyos_call_of_path(call, result, path);
}

/* A result, made of what a directory holds. */
typedef int give_function(struct pyos_call *call, const struct pyos_listing *listing);

static int give_names(struct pyos_call *call, const struct pyos_listing *listing)
{
    struct pyos_str *names = pyos_arena_get(call->arena, listing->count * sizeof *names);

    for (size_t i = 0; names && i < listing->count; i++) {
        const struct pyos_entry *entry = &listing->entries[i];

        names[i] = (struct pyos_str){pyos_arena_copy(call->arena, entry->name, entry->length), entry->length};
        if (!names[i].data)
            names = NULL;
    }
    call->result.strs = (struct pyos_strs){names, listing->count};
    return names ? 0 : pyos_error_memory(call->error);
}

/* An entry with a path of its own: below the name of the directory, or alone where that has none. */
static int show(struct pyos_call *call, const struct pyos_entry *entry, struct pyos_dir_entry *shown)
{
    const struct arguments *given = call->arguments;
    struct pyos_buf text = {0};
    struct pyos_str path;

    if (!pyos_path_is_open(&given->path))
        pyos_buf_text(&text, name_of(&given->path));
    pyos_path_join(&text, (struct pyos_str){entry->name, entry->length});
    if (pyos_call_take(call, &text, &path) != 0)
        return -1;
    pyos_dir_entry_set(shown, entry, path);
    shown->name.data = path.data + path.size - entry->length; /* the path lives as long as the call */
    return 0;
}

static int give_entries(struct pyos_call *call, const struct pyos_listing *listing)
{
    struct pyos_dir_entry *entries = pyos_arena_get(call->arena, listing->count * sizeof *entries);

    if (!entries)
        return pyos_error_memory(call->error);
    for (size_t i = 0; i < listing->count; i++)
        if (show(call, &listing->entries[i], &entries[i]) != 0)
            return -1;
    call->result.records = (struct pyos_records){
        .record = &pyos_dir_entry_record,
        .data = entries,
        .count = listing->count,
        .size = sizeof *entries,
        .known = true,
    };
    return 0;
}

static int read_and_give(struct pyos_call *call, give_function *give)
{
    const struct arguments *given = call->arguments;
    struct pyos_listing listing = {0};
    int result = pyos_path_is_open(&given->path) ? read_open(call, &given->path, &listing)
                                                 : read_named(call, &given->path, &listing);

    call->bytes = given->path.bytes;
    if (result == 0)
        result = give(call, &listing);
    pyos_listing_free(&listing);
    return result;
}

static int run_listdir(struct pyos_call *call)
{
    return read_and_give(call, give_names);
}

static int run_scandir(struct pyos_call *call)
{
    return read_and_give(call, give_entries);
}

static const struct pyos_param params[] = {
    {PYOS_PARAM(struct arguments, path), .flags = PYOS_PARAM_POSITIONAL, .left_out = "None"},
};

#define ROWS .params = params, .count = 1, .size = sizeof(struct arguments), .flags = PYOS_FUNCTION_SUPPORTS_FD

static const struct pyos_function functions[] = {
    {.name = "listdir", .doc = "The names in a directory, the current one where none is given.", ROWS,
     .result = PYOS_TYPE_STRS, .emulation = PYOS_EMULATED, .run = run_listdir},
    {.name = "scandir", .doc = "The entries of a directory with what they are, links themselves.", ROWS,
     .result = PYOS_TYPE_RECORDS, .record = &pyos_dir_entry_record, .emulation = PYOS_EMULATED, .run = run_scandir},
};

const struct pyos_section pyos_os_scandir_section = {
    "Files and Directories", NULL, functions, sizeof functions / sizeof *functions, NULL,
};
