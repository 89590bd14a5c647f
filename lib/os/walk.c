#include "pyos/os/walk.h"

#include "pyos/os/descent.h"
#include "pyos/sys/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>

struct walk {
    struct pyos_walk_options options;
    const struct pyos_walk_visitor *visitor;
    struct pyos_descent descent;
    struct pyos_listing listing;
    struct pyos_buf text; /* top-down: of the directory at hand */
    uint64_t top_dev;
};

static int fail(struct walk *walk, int errnum)
{
    struct pyos_error error;

    pyos_error_path(&error, errnum, pyos_descent_path(&walk->descent));
    return walk->visitor->failed(walk->visitor->context, &error);
}

/*
 * Whether the directory behind fd is to be read: not if it leads back to an ancestor, which is
 * -ELOOP, or away from the top's device, which is 0. Asks the kernel only where an option needs it.
 */
static int check(struct walk *walk, int fd, struct pyos_file_id *id)
{
    const struct pyos_walk_options *options = &walk->options;
    int result;

    if (!options->followlinks && !options->one_file_system)
        return 1;
    result = pyos_descent_identify(fd, id);
    if (result != 0)
        return result;
    if (walk->descent.count == 0)
        walk->top_dev = id->dev;
    if (options->followlinks && pyos_descent_contains(&walk->descent, id))
        return -ELOOP;
    return !options->one_file_system || id->dev == walk->top_dev;
}

/* Notes the children that are to be visited, in Python's order. */
static int add_children(struct walk *walk)
{
    bool deeper = walk->descent.count - 1 < walk->options.max_depth;

    for (size_t i = 0; deeper && i < walk->listing.count; i++) {
        const struct pyos_entry *entry = &walk->listing.entries[i];
        int result;

        if (!entry->directory || (entry->type == DT_LNK && !walk->options.followlinks))
            continue;
        result = pyos_descent_add(&walk->descent, entry->name, entry->length);
        if (result != 0)
            return result;
    }
    return 0;
}

/* Hands the directory that was read and entered to the visitor. */
static int show(struct walk *walk, int fd)
{
    const struct pyos_walk_visitor *visitor = walk->visitor;
    struct pyos_level *level = &walk->descent.levels[walk->descent.count - 1];
    struct pyos_buf *text = walk->options.bottom_up ? &level->text : &walk->text;
    struct pyos_walk_directory directory = {
        .path = pyos_descent_path(&walk->descent),
        .depth = walk->descent.count - 1,
        .place = {walk->options.place.root, fd},
        .entries = walk->listing.entries,
        .count = walk->listing.count,
    };
    int result = add_children(walk);

    if (result != 0)
        return fail(walk, -result);
    walk->text.size = 0;
    result = visitor->enter(visitor->context, &directory, text);
    if (result == 0 && text->failed) {
        pyos_buf_free(text);
        return fail(walk, ENOMEM);
    }
    if (result == 0 && !walk->options.bottom_up)
        result = visitor->leave(visitor->context, text);
    return result;
}

/* Reads, shows and enters the directory that was opened as fd, or fails with its errno. */
static int visit(struct walk *walk, int fd)
{
    struct pyos_file_id id = {0};
    int result;

    if (fd < 0)
        return fail(walk, -fd);
    result = check(walk, fd, &id);
    if (result > 0) {
        result = pyos_listing_read(&walk->listing, fd, &walk->options.listing);
        if (result == 0)
            result = pyos_descent_enter(&walk->descent, fd, &id);
        if (result == 0)
            return show(walk, fd);
    }
    pyos_sys_close(fd);
    return result != 0 ? fail(walk, -result) : 0;
}

static int leave(struct walk *walk)
{
    struct pyos_level *level = &walk->descent.levels[walk->descent.count - 1];
    int result = 0;

    if (walk->options.bottom_up) {
        result = walk->visitor->leave(walk->visitor->context, &level->text);
        pyos_buf_free(&level->text);
    }
    pyos_descent_leave(&walk->descent);
    return result;
}

int pyos_os_walk(struct pyos_str top, const struct pyos_walk_options *options,
                 const struct pyos_walk_visitor *visitor)
{
    struct walk walk = {
        .options = *options,
        .visitor = visitor,
        .descent = {.spare = -1, .followlinks = options->followlinks},
    };
    struct pyos_descent *descent = &walk.descent;
    int result;

    walk.options.listing.root = options->place.root;
    walk.options.listing.classify_links |= options->followlinks;
    result = visit(&walk, pyos_descent_open_top(descent, options->place, top, options->nofollow_top ? O_NOFOLLOW : 0));
    while (result == 0 && descent->count > 0) {
        const struct pyos_level *level = &descent->levels[descent->count - 1];

        if (level->cursor == level->end)
            result = leave(&walk);
        else
            result = visit(&walk, pyos_descent_open_next(descent));
    }
    pyos_descent_free(descent);
    pyos_listing_free(&walk.listing);
    pyos_buf_free(&walk.text);
    return result;
}
