#include "pyos/os/search.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static size_t count_directories(const char *path)
{
    size_t count = 1;

    for (; *path; path++)
        count += *path == ':';
    return count;
}

static const char *join(const char *directory, size_t size, const char *command, struct pyos_arena *arena)
{
    size_t command_size = strlen(command);
    char *path = pyos_arena_get(arena, size + 1 + command_size + 1);

    if (!path)
        return NULL;
    memcpy(path, directory, size);
    if (size > 0)
        path[size++] = '/';
    memcpy(path + size, command, command_size + 1);
    return path;
}

static const char *const *search_in(const char *path, const char *file, struct pyos_arena *arena)
{
    const char *directory = path;
    const char **paths = pyos_arena_get(arena, (count_directories(directory) + 1) * sizeof *paths);
    size_t count = 0;
    size_t size;

    if (!paths)
        return NULL;
    for (; directory; directory = directory[size] ? directory + size + 1 : NULL) {
        size = strcspn(directory, ":");
        if (size >= PATH_MAX) /* no directory has such a name */
            continue;
        paths[count] = join(directory, size, file, arena);
        if (!paths[count++])
            return NULL;
    }
    paths[count] = NULL;
    return paths;
}

const char *const *pyos_os_search(const char *command, bool search, struct pyos_arena *arena)
{
    const char **paths;

    if (search && command[0] != '\0' && !strchr(command, '/'))
        return search_in(pyos_os_search_path(NULL), command, arena);
    paths = pyos_arena_get(arena, 2 * sizeof *paths);
    if (!paths)
        return NULL;
    paths[0] = command;
    paths[1] = NULL;
    return paths;
}

const char *pyos_os_search_path(const struct pyos_environment *environment)
{
    const char *path = environment ? NULL : getenv("PATH");

    for (size_t i = 0; environment && !path && i < environment->count; i++)
        if (pyos_str_equal(environment->items[i].name, pyos_str("PATH")))
            path = environment->items[i].value.data;
    return path ? path : PYOS_DEFPATH;
}

const char *const *pyos_os_search_for(const struct pyos_environment *environment, const char *file,
                                      struct pyos_arena *arena)
{
    return search_in(pyos_os_search_path(environment), file, arena);
}
