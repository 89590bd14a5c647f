#include "pyos/os/descent.h"

#include "pyos/base/memory.h"
#include "pyos/py/path.h"
#include "pyos/sys/file.h"
#include "pyos/sys/statx.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/sysmacros.h>

enum {
    MOST_OPEN = 200, /* levels that keep a descriptor: deeper trees are rare, and others need some too */
    CLIMB = 1000,    /* how many "../" one path holds; PATH_MAX is 4096 */
};

struct pyos_str pyos_descent_path(const struct pyos_descent *descent)
{
    return (struct pyos_str){descent->path.data, descent->path.size};
}

int pyos_descent_identify(int fd, struct pyos_file_id *id)
{
    struct pyos_statx stat;
    int result = pyos_sys_fstat(fd, &stat);

    if (result == 0)
        *id = (struct pyos_file_id){makedev(stat.dev_major, stat.dev_minor), stat.ino, true};
    return result;
}

static bool same_file(const struct pyos_file_id *a, const struct pyos_file_id *b)
{
    return a->dev == b->dev && a->ino == b->ino;
}

bool pyos_descent_contains(const struct pyos_descent *descent, const struct pyos_file_id *id)
{
    for (size_t i = 0; i < descent->count; i++)
        if (same_file(&descent->levels[i].id, id))
            return true;
    return false;
}

static void drop_spare(struct pyos_descent *descent)
{
    if (descent->spare >= 0)
        pyos_sys_close(descent->spare);
    descent->spare = -1;
}

static void close_level(struct pyos_descent *descent, struct pyos_level *level)
{
    if (level->fd < 0)
        return;
    pyos_sys_close(level->fd);
    level->fd = -1;
    descent->open_count--;
}

/* Closes a descriptor that can be had again, but not needed. False when there is none. */
static bool give_up_one(struct pyos_descent *descent, int needed)
{
    if (descent->spare >= 0 && descent->spare != needed) {
        drop_spare(descent);
        return true;
    }
    for (size_t i = 0; i < descent->count; i++) {
        struct pyos_level *level = &descent->levels[i];

        if (level->fd < 0 || level->fd == needed)
            continue;
        if (level->id.known || pyos_descent_identify(level->fd, &level->id) == 0) {
            close_level(descent, level);
            return true;
        }
    }
    return false;
}

/* The level has a descriptor, and it is one of not too many. */
static void keep(struct pyos_descent *descent, size_t index, int fd)
{
    if (descent->open_count >= MOST_OPEN)
        give_up_one(descent, fd);
    descent->levels[index].fd = fd;
    descent->open_count++;
}

/* Opens, giving up other descriptors until the process may. */
static int open_somehow(struct pyos_descent *descent, struct pyos_place place, const char *path, int flags)
{
    int fd;

    do
        fd = pyos_sys_open(place, path, flags | O_DIRECTORY);
    while ((fd == -EMFILE || fd == -ENFILE) && give_up_one(descent, place.fd));
    return fd;
}

/* Where the entries of an open level are found: a name that is not followed leads nowhere else. */
static struct pyos_place place_of(const struct pyos_descent *descent, int fd)
{
    return (struct pyos_place){descent->followlinks ? descent->place.root : NULL, fd};
}

static int nofollow(const struct pyos_descent *descent)
{
    return descent->followlinks ? 0 : O_NOFOLLOW;
}

/* The level's directory, if nothing was moved, by ".." from the one that was left last. */
static int climb(struct pyos_descent *descent, size_t index)
{
    char steps[3 * CLIMB + 1];
    size_t left = descent->spare_depth - index; /* the spare is always deeper */
    int from = descent->spare;

    for (size_t i = 0; i < CLIMB && i < left; i++)
        memcpy(steps + 3 * i, "../", 3);
    while (left > 0) {
        size_t some = left < CLIMB ? left : CLIMB;
        int fd;

        steps[3 * some] = '\0';
        fd = open_somehow(descent, pyos_place_native(from), steps, O_PATH);
        steps[3 * some] = '.';
        if (from != descent->spare)
            pyos_sys_close(from);
        if (fd < 0)
            return fd;
        from = fd;
        left -= some;
    }
    return from;
}

/* One step down to a level from the one above it, which is open; to the top from where it began. */
static int step_to(struct pyos_descent *descent, size_t index)
{
    char *path = descent->path.data;
    char *end = path + descent->levels[index].path_size;
    size_t begin = index > 0 ? descent->levels[index - 1].path_size : 0;
    struct pyos_place from = index > 0 ? place_of(descent, descent->levels[index - 1].fd) : descent->place;
    char after = *end;
    int fd;

    if (index > 0 && path[begin] == '/') /* the top itself may end with the slash */
        begin++;
    *end = '\0';
    fd = open_somehow(descent, from, path + begin, O_PATH | (index > 0 ? nofollow(descent) : 0));
    *end = after;
    return fd;
}

/* Gives the level fd, unless another directory is known to be its own. 0 or -errno, when fd is closed. */
static int take_back(struct pyos_descent *descent, size_t index, int fd)
{
    struct pyos_level *level = &descent->levels[index];
    struct pyos_file_id id;
    int result = fd < 0 ? fd : pyos_descent_identify(fd, &id);

    if (result == 0 && level->id.known && !same_file(&id, &level->id))
        result = -ESTALE;
    if (result == 0)
        keep(descent, index, fd);
    else if (fd >= 0)
        pyos_sys_close(fd);
    return result;
}

/* Finds the level by the names that lead to it from the nearest one that is open. */
static int redescend(struct pyos_descent *descent, size_t index)
{
    size_t at = index;
    int result = 0;

    while (at > 0 && descent->levels[at - 1].fd < 0)
        at--;
    for (; at <= index && result == 0; at++)
        result = take_back(descent, at, step_to(descent, at));
    return result;
}

/* Makes sure that the innermost level has a descriptor. 0 or -errno. No ".." is gone up on the emulated backend. */
static int reopen(struct pyos_descent *descent)
{
    size_t index = descent->count - 1;

    if (descent->levels[index].fd >= 0)
        return 0;
    if (descent->spare >= 0 && !descent->place.root && take_back(descent, index, climb(descent, index)) == 0)
        return 0;
    return redescend(descent, index);
}

int pyos_descent_open_top(struct pyos_descent *descent, struct pyos_place place, struct pyos_str top, int flags)
{
    descent->place = place;
    descent->path.size = 0;
    pyos_buf_str(&descent->path, top);
    pyos_buf_char(&descent->path, '\0');
    if (descent->path.failed)
        return -ENOMEM;
    descent->path.size--;
    return open_somehow(descent, place, descent->path.data, O_RDONLY | flags);
}

/* The path of a child, as os.path.join makes it. */
static int set_path(struct pyos_descent *descent, const struct pyos_level *level, const char *name)
{
    struct pyos_buf *path = &descent->path;

    path->size = level->path_size;
    pyos_path_join(path, (struct pyos_str){name, strlen(name) + 1}); /* and its NUL */
    if (path->failed) {
        path->failed = false; /* the next one may be shorter */
        path->size = level->path_size;
        return -ENOMEM;
    }
    path->size--;
    return 0;
}

static void drop_names(struct pyos_descent *descent, struct pyos_level *level)
{
    descent->names.size = level->names;
    level->cursor = level->end = level->names;
}

int pyos_descent_open_next(struct pyos_descent *descent)
{
    struct pyos_level *level = &descent->levels[descent->count - 1];
    const char *name = descent->names.data + level->cursor;
    int result = reopen(descent);

    drop_spare(descent);
    if (result != 0) {
        drop_names(descent, level);
        descent->path.size = level->path_size;
        return result;
    }
    level->cursor += strlen(name) + 1;
    result = set_path(descent, level, name);
    if (result != 0)
        return result;
    return open_somehow(descent, place_of(descent, level->fd), name, O_RDONLY | nofollow(descent));
}

static int make_room(struct pyos_descent *descent)
{
    size_t capacity = descent->capacity > 0 ? descent->capacity * 2 : 32;
    struct pyos_level *levels;

    if (descent->count < descent->capacity)
        return 0;
    levels = pyos_memory_resize(descent->levels, capacity, sizeof *levels);
    if (!levels)
        return -ENOMEM;
    descent->levels = levels;
    descent->capacity = capacity;
    return 0;
}

int pyos_descent_enter(struct pyos_descent *descent, int fd, const struct pyos_file_id *id)
{
    size_t index = descent->count;

    if (make_room(descent) != 0)
        return -ENOMEM;
    if (index > 0 && descent->levels[index - 1].cursor == descent->levels[index - 1].end)
        close_level(descent, &descent->levels[index - 1]); /* nothing more is opened from there */
    descent->levels[index] = (struct pyos_level){
        .path_size = descent->path.size,
        .names = descent->names.size,
        .cursor = descent->names.size,
        .end = descent->names.size,
        .fd = -1,
        .id = *id,
    };
    keep(descent, index, fd);
    descent->count++;
    return 0;
}

int pyos_descent_add(struct pyos_descent *descent, const char *name, size_t length)
{
    struct pyos_level *level = &descent->levels[descent->count - 1];

    pyos_buf_add(&descent->names, name, length + 1);
    if (descent->names.failed) {
        descent->names.failed = false; /* the next directory may have fewer */
        drop_names(descent, level);
        return -ENOMEM;
    }
    level->end = descent->names.size;
    return 0;
}

void pyos_descent_leave(struct pyos_descent *descent)
{
    struct pyos_level *level = &descent->levels[--descent->count];

    descent->names.size = level->names;
    if (level->fd < 0)
        return;
    drop_spare(descent);
    descent->spare = level->fd;
    descent->spare_depth = descent->count;
    descent->open_count--;
}

void pyos_descent_free(struct pyos_descent *descent)
{
    drop_spare(descent);
    while (descent->count > 0) {
        struct pyos_level *level = &descent->levels[--descent->count];

        close_level(descent, level);
        pyos_buf_free(&level->text);
    }
    pyos_memory_release(descent->levels);
    pyos_buf_free(&descent->path);
    pyos_buf_free(&descent->names);
}
