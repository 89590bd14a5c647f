#include "pyos/os/xattr_files.h"

#include "pyos/os/walk.h"
#include "pyos/sys/statx.h"
#include "pyos/sys/xattr.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

void pyos_xattr_file_error(const struct pyos_xattr_file *file, struct pyos_error *error)
{
    if (error->filename.kind == PYOS_SUBJECT_NAME)
        error->filename.name = file->name;
}

struct tree {
    const struct pyos_xattr_visitor *visitor;
    bool follow_symlinks;
    bool has_xattrat;
    struct pyos_buf name;    /* of the file that is visited */
    struct pyos_place place; /* where the calls find it */
    struct pyos_buf path;    /* from there */
};

/*
 * Where the entries of a directory are found: in its descriptor. A kernel whose calls take nothing relative to one gets
 * it as a path; where there is no /proc, the directory's own.
 */
static void set_directory(struct tree *tree, const struct pyos_walk_directory *directory)
{
    struct pyos_statx stat;

    tree->path.size = 0;
    tree->place = directory->place;
    if (directory->place.root || tree->has_xattrat)
        return;
    tree->place = pyos_place_here(NULL);
    pyos_buf_text(&tree->path, "/proc/self/fd/");
    pyos_buf_i64(&tree->path, directory->place.fd);
    pyos_buf_char(&tree->path, '\0');
    if (!tree->path.failed && pyos_sys_stat(tree->place, tree->path.data, 1, &stat) == 0) {
        tree->path.size--;
        return;
    }
    tree->path.size = 0;
    pyos_buf_str(&tree->path, directory->path);
}

/* Appends the name of an entry to a directory's path, as os.path.join does, and a NUL. */
static struct pyos_str join(struct pyos_buf *path, const struct pyos_entry *entry)
{
    if (path->size > 0 && path->data[path->size - 1] != '/')
        pyos_buf_char(path, '/');
    pyos_buf_add(path, entry->name, entry->length + (size_t)1); /* its NUL too */
    return (struct pyos_str){path->data, path->failed ? 0 : path->size - 1};
}

static int fail_memory(const struct tree *tree, struct pyos_str path)
{
    struct pyos_error error;

    pyos_error_path(&error, ENOMEM, path);
    return tree->visitor->failed(tree->visitor->context, &error);
}

static int visit_entry(struct tree *tree, struct pyos_str directory, const struct pyos_entry *entry)
{
    size_t size = tree->path.size;
    struct pyos_xattr_file file = {.subject = {.place = tree->place}, .below = true};
    int result;

    tree->name.size = 0;
    pyos_buf_str(&tree->name, directory);
    file.name = join(&tree->name, entry);
    file.subject.path.name = join(&tree->path, entry);
    if (tree->name.failed || tree->path.failed)
        result = fail_memory(tree, directory);
    else
        result = tree->visitor->visit(tree->visitor->context, &file);
    tree->path.size = size;
    return result;
}

static int enter(void *context, const struct pyos_walk_directory *directory, struct pyos_buf *text)
{
    struct tree *tree = context;
    int result = 0;

    (void)text;
    set_directory(tree, directory);
    for (size_t i = 0; result == 0 && i < directory->count; i++)
        if (directory->entries[i].type != DT_LNK || !tree->follow_symlinks)
            result = visit_entry(tree, directory->path, &directory->entries[i]);
    return result;
}

static int leave(void *context, const struct pyos_buf *text)
{
    (void)context;
    (void)text;
    return 0;
}

static int failed(void *context, const struct pyos_error *error)
{
    struct tree *tree = context;

    return tree->visitor->failed(tree->visitor->context, error);
}

static int visit_tree(struct pyos_root *root, struct pyos_str top, bool follow_symlinks,
                      const struct pyos_xattr_visitor *visitor)
{
    const struct pyos_walk_options options = {
        .place = pyos_place_here(root), .max_depth = UINT64_MAX, .listing = {.sort = true}};
    struct tree tree = {.visitor = visitor, .follow_symlinks = follow_symlinks,
                        .has_xattrat = pyos_sys_has_xattrat()};
    const struct pyos_walk_visitor walk = {&tree, enter, leave, failed};
    int result = pyos_os_walk(top, &options, &walk);

    pyos_buf_free(&tree.name);
    pyos_buf_free(&tree.path);
    return result;
}

static bool is_directory(struct pyos_root *root, struct pyos_str path, bool follow_symlinks)
{
    struct pyos_statx stat;

    return pyos_sys_stat(pyos_place_here(root), path.data, follow_symlinks, &stat) == 0 && S_ISDIR(stat.mode);
}

int pyos_xattr_visit(struct pyos_root *root, struct pyos_str path, bool follow_symlinks, bool recursive,
                     const struct pyos_xattr_visitor *visitor)
{
    const struct pyos_xattr_file file = {path, {pyos_place_here(root), {.name = path}, follow_symlinks}, false};
    int result = visitor->visit(visitor->context, &file);

    if (result == 0 && recursive && is_directory(root, path, follow_symlinks))
        result = visit_tree(root, path, follow_symlinks, visitor);
    return result;
}
