#include "pyos/os/mountinfo.h"

#include "pyos/os/file_text.h"
#include "pyos/py/int.h"

/* A text in which blanks and backslashes stand as \040 and the like. */
static int unescape(struct pyos_str escaped, struct pyos_arena *arena, struct pyos_str *text, struct pyos_error *error)
{
    char *copy = pyos_arena_copy(arena, escaped.data, escaped.size);
    char *to = copy;

    if (!copy)
        return pyos_error_memory(error);
    for (const char *from = copy; *from; from++) {
        bool octal = from[0] == '\\' && from[1] && from[2] && from[3];

        *to++ = octal ? (char)((from[1] - '0') * 64 + (from[2] - '0') * 8 + (from[3] - '0')) : *from; /* one byte */
        from += octal ? 3 : 0;
    }
    *to = '\0';
    *text = (struct pyos_str){copy, (size_t)(to - copy)}; /* inside of it */
    return 0;
}

int pyos_mount_read(struct pyos_str line, struct pyos_arena *arena, struct pyos_mount *mount, struct pyos_error *error)
{
    struct pyos_str root;
    struct pyos_str mount_point;
    struct pyos_str source;

    *mount = (struct pyos_mount){.id = -1};
    if (pyos_int_read(pyos_file_part(&line, ' '), &mount->id) != PYOS_INT_OK)
        mount->id = -1;
    pyos_file_part(&line, ' '); /* the mount that it is on */
    mount->device = pyos_file_part(&line, ' ');
    root = pyos_file_part(&line, ' ');
    mount_point = pyos_file_part(&line, ' ');
    mount->options = pyos_file_part(&line, ' ');
    while (line.size > 0 && !pyos_str_equal(pyos_file_part(&line, ' '), pyos_str("-")))
        continue; /* how it is propagated */
    mount->type = pyos_file_part(&line, ' ');
    if (unescape(root, arena, &mount->root, error) != 0 ||
        unescape(mount_point, arena, &mount->mount_point, error) != 0)
        return -1;
    source = pyos_file_part(&line, ' ');
    mount->super_options = line;
    return unescape(source, arena, &mount->source, error);
}
