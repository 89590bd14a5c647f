#include "pyos/os/realpath.h"

#include "pyos/base/arena.h"
#include "pyos/os/cwd.h"
#include "pyos/sys/entry.h"
#include "pyos/sys/statx.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>

/* A text to be followed name by name: the one that was asked for, or where a link leads. */
struct trail {
    struct pyos_str rest;     /* what is still to be followed */
    struct pyos_str link;     /* whose target it is */
    struct pyos_str resolved; /* where the link leads in the end; no data before that is known */
    struct trail *above;      /* the one that goes on when this one has ended */
    struct trail *earlier;    /* the link that was met before */
};

struct resolver {
    struct pyos_root *root;
    struct pyos_buf *path; /* resolved so far */
    struct trail *trail;   /* the one that is followed */
    struct trail *links;   /* all that were met, the last one first */
    struct pyos_arena arena;
    enum pyos_realpath may;
};

/* The next name of *rest, up to a slash; *rest moves behind it. */
static struct pyos_str take_name(struct pyos_str *rest)
{
    const char *slash = memchr(rest->data, '/', rest->size);
    struct pyos_str name = {rest->data, slash ? (size_t)(slash - rest->data) : rest->size}; /* inside of it */
    size_t taken = name.size + (slash ? 1 : 0);

    *rest = (struct pyos_str){rest->data + taken, rest->size - taken};
    return name;
}

static struct pyos_str copy(struct resolver *resolver, const char *text, size_t size)
{
    return (struct pyos_str){pyos_arena_copy(&resolver->arena, text, size), size};
}

static void set_path(struct resolver *resolver, struct pyos_str path)
{
    resolver->path->size = 0;
    pyos_buf_str(resolver->path, path);
}

/* path becomes its parent; the root stays. */
static void go_up(struct pyos_buf *path)
{
    while (path->size > 1 && path->data[path->size - 1] != '/')
        path->size--;
    if (path->size > 1)
        path->size--;
}

/* Appends a name, and a NUL that does not count. False where there is no memory. */
static bool go_down(struct pyos_buf *path, struct pyos_str name)
{
    if (path->size > 1)
        pyos_buf_char(path, '/');
    pyos_buf_str(path, name);
    if (!pyos_buf_reserve(path, 1))
        return false;
    path->data[path->size] = '\0';
    return true;
}

static struct trail *find_link(const struct resolver *resolver, struct pyos_str path)
{
    struct trail *link = resolver->links;

    while (link && !pyos_str_equal(link->link, path))
        link = link->earlier;
    return link;
}

/* Begins to follow the link that path names, whose name begins at parent_size. 0 or -errno. */
static int follow(struct resolver *resolver, size_t parent_size)
{
    struct pyos_buf *path = resolver->path;
    struct trail *trail;
    char target[PATH_MAX];
    size_t size;
    int result = pyos_sys_readlink(pyos_place_here(resolver->root), path->data, target, sizeof target, &size);

    if (result < 0)
        return result;
    trail = pyos_arena_get(&resolver->arena, sizeof *trail);
    if (!trail)
        return -ENOMEM;
    *trail = (struct trail){
        .rest = copy(resolver, target, size),
        .link = copy(resolver, path->data, path->size),
        .above = resolver->trail,
        .earlier = resolver->links,
    };
    if (!trail->rest.data || !trail->link.data)
        return -ENOMEM;
    resolver->trail = trail;
    resolver->links = trail;
    path->size = size > 0 && target[0] == '/' ? 1 : parent_size;
    return 0;
}

/* A link that was met before: its end is known, or it leads back to itself and stays in the path. 0 or -errno. */
static int revisit(struct resolver *resolver, const struct trail *link)
{
    struct pyos_statx stat;

    if (link->resolved.data)
        set_path(resolver, link->resolved);
    else if (resolver->may != PYOS_REALPATH_ANYTHING)
        return pyos_sys_stat(pyos_place_here(resolver->root), resolver->path->data, 1, &stat); /* for its ELOOP */
    return 0;
}

/* Goes on to a name below path. 0 or -errno. */
static int enter(struct resolver *resolver, struct pyos_str name)
{
    struct pyos_buf *path = resolver->path;
    size_t parent_size = path->size;
    const struct trail *link;
    struct pyos_statx stat;
    int result;

    if (!go_down(path, name))
        return -ENOMEM;
    result = pyos_sys_stat(pyos_place_here(resolver->root), path->data, 0, &stat);
    if (result < 0 || !S_ISLNK(stat.mode))
        return result;
    link = find_link(resolver, (struct pyos_str){path->data, path->size});
    return link ? revisit(resolver, link) : follow(resolver, parent_size);
}

static bool is_forgiven(const struct resolver *resolver, int result)
{
    if (resolver->path->failed || result == -ENOMEM)
        return false;
    return resolver->may == PYOS_REALPATH_ANYTHING || (resolver->may == PYOS_REALPATH_MISSING && result == -ENOENT);
}

/* Follows all trails to their ends. 0 or -errno. */
static int follow_all(struct resolver *resolver)
{
    struct pyos_buf *path = resolver->path;

    while (resolver->trail) {
        struct trail *trail = resolver->trail;
        struct pyos_str name;
        int result = 0;

        if (trail->rest.size == 0) {
            trail->resolved = copy(resolver, path->data, path->size);
            resolver->trail = trail->above;
            if (!trail->resolved.data)
                return -ENOMEM;
            continue;
        }
        name = take_name(&trail->rest);
        if (pyos_str_equal(name, pyos_str("..")))
            go_up(path);
        else if (name.size > 0 && !pyos_str_equal(name, pyos_str(".")))
            result = enter(resolver, name);
        if (result < 0 && !is_forgiven(resolver, result))
            return result;
    }
    return 0;
}

int pyos_os_realpath(struct pyos_root *root, struct pyos_str filename, enum pyos_realpath may,
                     struct pyos_buf *out, struct pyos_error *error)
{
    struct trail whole = {.rest = filename};
    struct resolver resolver = {.root = root, .path = out, .trail = &whole, .may = may};
    int result;

    if (filename.size > 0 && filename.data[0] == '/')
        pyos_buf_char(out, '/');
    else if (pyos_os_getcwd(root, out, error) != 0)
        return -1;
    result = follow_all(&resolver);
    pyos_arena_free(&resolver.arena);
    if (out->failed || result == -ENOMEM)
        return pyos_error_memory(error);
    return result < 0 ? pyos_error_path(error, -result, (struct pyos_str){out->data, out->size}) : 0;
}
