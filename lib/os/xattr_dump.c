#include "pyos/os/xattr_dump.h"

#include "pyos/os/xattr.h"
#include "pyos/os/xattr_archive.h"

#include <stdlib.h>

static int by_bytes(const void *a, const void *b)
{
    const struct pyos_str *left = a;
    const struct pyos_str *right = b;

    return strcmp(left->data, right->data); /* both end with NUL */
}

/* Tells the sink what is wrong with one attribute. */
static int fail(const struct pyos_xattr_file *file, struct pyos_str name, const struct pyos_xattr_sink *sink,
                struct pyos_error *error)
{
    pyos_xattr_file_error(file, error);
    if (error->type == PYOS_OSERROR)
        error->filename2 = (struct pyos_subject){.kind = PYOS_SUBJECT_NAME, .name = name};
    return sink->failed(sink->context, error);
}

int pyos_xattr_dump(const struct pyos_xattr_file *file, struct pyos_arena *arena, const struct pyos_xattr_sink *sink)
{
    struct pyos_xattr xattr = {
        .path = file->name, .fd = file->subject.path.fd, .follow_symlinks = file->subject.follow_symlinks};
    struct pyos_strs names;
    struct pyos_error error;
    int result = 0;

    if (pyos_os_listxattr(&file->subject, arena, &names, &error) != 0) {
        pyos_xattr_file_error(file, &error);
        return sink->failed(sink->context, &error);
    }
    if (names.count > 1)
        qsort(names.items, names.count, sizeof *names.items, by_bytes);
    for (size_t i = 0; result == 0 && i < names.count; i++) {
        xattr.name = names.items[i];
        if (pyos_os_getxattr(&file->subject, xattr.name, arena, &xattr.value, &error) != 0)
            result = fail(file, xattr.name, sink, &error);
        else
            result = sink->take(sink->context, &xattr);
    }
    return result;
}

/* ---- the way back */

static int restore_one(const struct pyos_xattr_entry *entry, const struct pyos_xattr_restore *how,
                       struct pyos_arena *arena, const struct pyos_xattr_sink *sink)
{
    const struct pyos_xattr_file file = {
        .name = entry->path,
        .subject = {
            .place = pyos_place_here(how->root),
            .path = {.name = entry->path, .fd = how->fd.value, .is_fd = how->fd.given},
            .follow_symlinks = how->follow_symlinks && (entry->follow_symlinks || how->fd.given),
        },
    };
    struct pyos_xattr xattr = {
        .path = entry->path, .fd = how->fd.value, .name = entry->name, .value = entry->value,
        .follow_symlinks = file.subject.follow_symlinks};
    struct pyos_error error;
    int result;

    pyos_arena_reset(arena);
    if (!how->dry_run)
        result = pyos_os_setxattr(&file.subject, entry->name, entry->value, how->flags, &error);
    else
        result = pyos_os_setxattr_plan(&file.subject, entry->name, entry->value, how->flags, arena,
                                       &xattr.action, &error);
    return result == 0 ? sink->take(sink->context, &xattr) : fail(&file, entry->name, sink, &error);
}

/* A dump of an open file names no path: it can only be restored to one. */
static int fail_pathless(size_t line, const struct pyos_xattr_sink *sink)
{
    struct pyos_error error;

    pyos_error_say(&error, PYOS_VALUEERROR, "line %zu: of an open file; say which one it is for with --fd", line);
    return sink->failed(sink->context, &error);
}

int pyos_xattr_restore(const char *dump, const struct pyos_xattr_restore *how, const struct pyos_xattr_sink *sink)
{
    struct pyos_xattr_archive archive;
    struct pyos_xattr_entry entry;
    struct pyos_arena arena = {0};
    struct pyos_error error;
    int result = 0;
    int got;

    if (pyos_xattr_archive_open(&archive, how->root, dump, &error) != 0) {
        sink->failed(sink->context, &error);
        return -1;
    }
    while (result == 0 && (got = pyos_xattr_archive_next(&archive, &entry, &error)) != 0) {
        if (got < 0)
            result = sink->failed(sink->context, &error);
        else if (!entry.path.data && !how->fd.given)
            result = fail_pathless(archive.line, sink);
        else
            result = restore_one(&entry, how, &arena, sink);
    }
    pyos_xattr_archive_close(&archive);
    pyos_arena_free(&arena);
    return result;
}
