#include "pyos/os/file_actions.h"

#include "pyos/os/constants.h"
#include "pyos/py/mode.h"

#include <fcntl.h>

enum { NEW_FILE = 0666 };

static int wrong_shape(const char *option, const char *shape, const char *word, struct pyos_error *error)
{
    return pyos_error_usage(error, PYOS_TYPEERROR, "argument '%s' must be %s, not '%.200s'", option, shape, word);
}

static struct pyos_str up_to(const char *begin, const char *end)
{
    return (struct pyos_str){begin, (size_t)(end - begin)}; /* end is behind begin */
}

static int read_fd(struct pyos_str word, int *fd, struct pyos_error *error)
{
    return pyos_constant_read_int(&pyos_os_constants, word, fd, error);
}

/* FLAGS or FLAGS,MODE */
static int read_flags(struct pyos_str word, struct pyos_file_action *action, struct pyos_error *error)
{
    const char *comma = memchr(word.data, ',', word.size);
    struct pyos_str flags = comma ? up_to(word.data, comma) : word;

    action->mode = NEW_FILE;
    if (pyos_constant_read_int(&pyos_os_constants, flags, &action->flags, error) != 0)
        return -1;
    if (!comma)
        return 0;
    return pyos_mode_read(&pyos_os_constants, up_to(comma + 1, word.data + word.size), &action->mode, error);
}

static int read_open(const char *word, struct pyos_file_action *action, struct pyos_error *error)
{
    const char *first = strchr(word, ':');
    const char *second = first ? strchr(first + 1, ':') : NULL;

    if (!second)
        return wrong_shape("open", "FD:FLAGS[,MODE]:PATH", word, error);
    action->path = second + 1;
    if (read_fd(up_to(word, first), &action->fd, error) != 0)
        return -1;
    return read_flags(up_to(first + 1, second), action, error);
}

static int read_dup2(const char *word, struct pyos_file_action *action, struct pyos_error *error)
{
    const char *colon = strchr(word, ':');

    if (!colon)
        return wrong_shape("dup2", "FD:NEWFD", word, error);
    if (read_fd(up_to(word, colon), &action->fd, error) != 0)
        return -1;
    return read_fd(pyos_str(colon + 1), &action->new_fd, error);
}

static int read_action(enum pyos_file_action_kind kind, const char *word, struct pyos_file_action *action,
                       struct pyos_error *error)
{
    *action = (struct pyos_file_action){.kind = kind};
    switch (kind) {
    case PYOS_FILE_ACTION_OPEN: return read_open(word, action, error);
    case PYOS_FILE_ACTION_DUP2: return read_dup2(word, action, error);
    case PYOS_FILE_ACTION_CLOSE:
    case PYOS_FILE_ACTION_CLOSEFROM: return read_fd(pyos_str(word), &action->fd, error);
    case PYOS_FILE_ACTION_STDIN: action->flags = O_RDONLY; break;
    case PYOS_FILE_ACTION_CHDIR: break;
    }
    action->path = word;
    return 0;
}

int pyos_os_file_actions_read(struct pyos_sequence words, struct pyos_arena *arena,
                              const struct pyos_file_action **actions, struct pyos_error *error)
{
    struct pyos_file_action *items = pyos_arena_get(arena, words.count * sizeof *items);

    if (!items)
        return pyos_error_memory(error);
    for (size_t i = 0; i < words.count; i++) {
        enum pyos_file_action_kind kind = (enum pyos_file_action_kind)words.items[i].tag; /* so says the caller */

        if (read_action(kind, words.items[i].word, &items[i], error) != 0)
            return -1;
    }
    *actions = items;
    return 0;
}
